package dev.bylaw.engine.waiver;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comment says to Bylaw: {@code # bylaw: allow RULE until=2027-01-31 by=NAME -- reason}. Who
 * comes near to that without saying it is told so: an exception that is not one would surprise.
 */
sealed interface CommentWaiver {
  /** How a waiver in a comment is written, for help. */
  String FORM = "write `# bylaw: allow RULE until=2027-01-31 -- reason`";

  List<String> OTHER_WORDS = List.of("ignore", "waive", "disable", "skip", "exempt", "suppress");

  /**
   * A complete waiver.
   *
   * @param rules the ids as they are written, each with its place
   * @param approvedBy null where the comment does not say
   */
  record Allow(
      List<RuleName> rules, String until, @Nullable String approvedBy, String because, Span span)
      implements CommentWaiver {
    public Allow {
      rules = List.copyOf(rules);
    }
  }

  /** The id of a rule, and where it is written. */
  record RuleName(String id, Span span) {}

  /** It is meant as a waiver, and is none. */
  record Malformed(Span span, String message, @Nullable String help) implements CommentWaiver {}

  /** What the comment says, or null if it is not meant for Bylaw. */
  static @Nullable CommentWaiver read(Span comment) {
    CommentWords words = CommentWords.of(comment);
    int colon = words.first().indexOf(':');
    String name = colon < 0 ? words.first() : words.first().substring(0, colon);
    boolean addressed = name.equalsIgnoreCase("bylaw") && (colon >= 0 || isVerb(words.second()));
    if (!addressed) {
      return unaddressed(comment, name, words);
    }
    if (!words.first().equals("bylaw:")) {
      return new Malformed(
          words.span(0), "a waiver starts with `bylaw: `, just so, and this does not", FORM);
    }
    if (!words.second().equals("allow")) {
      return new Malformed(
          words.span(words.size() > 1 ? 1 : 0),
          words.second().isEmpty()
              ? "nothing follows `bylaw:`"
              : "`" + words.second() + "` is no word that Bylaw knows here",
          isVerb(words.second()) ? "a waiver says `allow`" : FORM);
    }
    return new AllowReader(words).read();
  }

  private static @Nullable CommentWaiver unaddressed(
      Span comment, String name, CommentWords words) {
    boolean misspelt = isNear(name, "bylaw") && words.second().equals("allow");
    if (misspelt) {
      return new Malformed(words.span(0), "this is nearly a waiver, and is none", FORM);
    }
    // Behind other words, as in `# see below # bylaw: allow …`.
    if (comment.text().contains("bylaw: allow ") && !comment.text().contains("`")) {
      return new Malformed(
          comment,
          "a waiver is a comment of its own, and this one has other words before it",
          "put it on a line of its own above what it is about");
    }
    return null;
  }

  private static boolean isVerb(String word) {
    return isNear(word, "allow") || OTHER_WORDS.stream().anyMatch(other -> isNear(word, other));
  }

  private static boolean isNear(String word, String wanted) {
    return !Suggestion.nearest(word, List.of(wanted)).isEmpty();
  }
}
