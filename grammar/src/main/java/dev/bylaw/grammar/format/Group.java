package dev.bylaw.grammar.format;

/** Words that stand on one line if they fit there; else lines break at the gaps of the group. */
final class Group {
  /** The first word and the one after the last. */
  final int from;

  final int to;

  /** Whether only those gaps break of which the next part does not fit. */
  final boolean fills;

  /** What the writer decided. */
  boolean broken;

  Group(int from, int to, boolean fills) {
    this.from = from;
    this.to = to;
    this.fills = fills;
  }
}
