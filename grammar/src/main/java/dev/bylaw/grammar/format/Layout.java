package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a file and what is to stand before each of them. The words are written in their
 * order whatever the layout says, so none can get lost.
 */
final class Layout {
  /** Spaces that a part is further in than what it is a part of. */
  static final int STEP = 2;

  private final Source source;
  private final List<Lexeme> words = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<List<Group>> groups = new ArrayList<>();

  private Layout(Source source) {
    this.source = source;
  }

  static Layout of(Source source) {
    var layout = new Layout(source);
    Gap gap = new Gap();
    int end = source.text().startsWith("\uFEFF") ? 1 : 0;
    for (Lexeme lexeme : Lexer.lex(source)) {
      int breaks = layout.lineBreaks(end, lexeme.span().start());
      boolean first = layout.words.isEmpty() && gap.remarks.isEmpty();
      if (isComment(lexeme)) {
        boolean plain = lexeme.kind() == Lexeme.Kind.COMMENT;
        boolean trailing = plain && breaks == 0 && !layout.words.isEmpty();
        String text = lexeme.text().stripTrailing();
        gap.remarks.add(new Gap.Remark(text, trailing, breaks > 1 && !first));
      } else {
        gap.blankInText = breaks > 1;
        gap.space = Spacing.between(layout.words, lexeme);
        layout.words.add(lexeme);
        layout.gaps.add(gap);
        layout.groups.add(new ArrayList<>());
        gap = new Gap();
      }
      end = lexeme.span().end();
    }
    gap.hard = true;
    layout.gaps.add(gap);
    return layout;
  }

  static boolean isComment(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.COMMENT || lexeme.kind() == Lexeme.Kind.DOC;
  }

  private int lineBreaks(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = source.text().charAt(i);
      boolean pair = c == '\r' && i + 1 < to && source.text().charAt(i + 1) == '\n';
      breaks += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
    }
    return breaks;
  }

  int size() {
    return words.size();
  }

  Lexeme word(int index) {
    return words.get(index);
  }

  /** What stands before a word; the last is what stands after all of them. */
  Gap gap(int index) {
    return gaps.get(index);
  }

  /** The groups that begin with a word, the outermost first. */
  List<Group> groupsFrom(int index) {
    return groups.get(index);
  }

  /** The word that starts at an offset or is the first one after it. */
  int at(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int first(Span span) {
    return at(span.start());
  }

  /** The word after the last one of a span. */
  int after(Span span) {
    return at(span.end());
  }

  /** A line breaks before this word, which stands at a column. */
  Gap breakAt(int index, int indent) {
    Gap gap = gaps.get(index);
    gap.hard = true;
    gap.indent = indent;
    return gap;
  }

  /** Gives the column of whatever breaks without being asked, as after a comment in a sentence. */
  void indent(int from, int to, int indent) {
    for (int i = from; i < to; i++) {
      gaps.get(i).indent = indent;
    }
  }

  Group group(int from, int to, boolean fills) {
    var group = new Group(from, to, fills);
    groups.get(from).add(group);
    return group;
  }

  /** A line may break before this word. */
  void mayBreak(Group group, int index, int indent) {
    Gap gap = gaps.get(index);
    if (gap.group == null) {
      gap.group = group;
      gap.indent = indent;
    }
  }

  void join(int index) {
    gaps.get(index).space = false;
  }
}
