package dev.bylaw.cli.explain;

import java.util.List;

/** A line of a tree and what hangs below it; the line is painted already. */
record Branch(String line, List<Branch> below) {
  Branch {
    below = List.copyOf(below);
  }

  static Branch leaf(String line) {
    return new Branch(line, List.of());
  }

  /**
   * Draws the tree.
   *
   * @param first what stands before the first line
   * @param indent what stands before every other line, as wide as the first
   */
  void draw(String first, String indent, StringBuilder out) {
    out.append(first).append(line).append('\n');
    for (int i = 0; i < below.size(); i++) {
      boolean last = i == below.size() - 1;
      below.get(i).draw(indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "), out);
    }
  }
}
