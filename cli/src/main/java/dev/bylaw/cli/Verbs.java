package dev.bylaw.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of Bylaw. */
public final class Verbs {
  public static final List<String> AVAILABLE =
      List.of(
          "check",
          "explain",
          "fix",
          "rules",
          "test",
          "suggest",
          "baseline",
          "waivers",
          "fmt",
          "new",
          "config",
          "init",
          "completion",
          "lsp",
          "playground");

  private Verbs() {}

  static boolean isKnown(String word) {
    return AVAILABLE.contains(word);
  }

  /** Only the verb that is asked for is built: a cold start pays for nothing else. */
  static Verb named(String word) {
    return switch (word) {
      case "check" -> new CheckVerb();
      case "explain" -> new ExplainVerb();
      case "fix" -> new FixVerb();
      case "rules" -> new RulesVerb();
      case "test" -> new TestVerb();
      case "suggest" -> new SuggestVerb();
      case "baseline" -> new BaselineVerb();
      case "waivers" -> new WaiversVerb();
      case "fmt" -> new FmtVerb();
      case "new" -> new NewVerb();
      case "config" -> new ConfigVerb();
      case "init" -> new InitVerb();
      case "completion" -> new CompletionVerb();
      case "lsp" -> new LspVerb();
      case "playground" -> new PlaygroundVerb();
      default ->
          throw new UsageError(
              "this version of Bylaw does not have the verb `" + word + "`",
              "to check a file of that name, write `bylaw check ./" + word + "`");
    };
  }

  /** Why the first path may not be what was meant, or null. */
  static @Nullable String misplaced(List<String> paths, Session session) {
    for (String path : paths) {
      if (isKnown(path) && !session.exists(path)) {
        return path;
      }
    }
    return null;
  }
}
