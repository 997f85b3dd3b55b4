package dev.bylaw.engine.service;

import dev.bylaw.engine.policy.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the language by where they may stand, each with a few words about it. */
final class Keywords {
  static final Map<String, String> DECLARATIONS =
      words(
          "rule", "a rule with a name",
          "deny", "a rule: what must not be",
          "require", "a rule: what must be",
          "for", "what the rule below is for",
          "when", "where the rule below applies",
          "let", "a word for a value",
          "define", "a word for a value of a subject",
          "param", "a value that can be set from outside",
          "test", "what rules say of a manifest",
          "waive", "an exception, by whom, why and until when",
          "pack", "the pack of this file",
          "use", "the words of another pack",
          "include", "the rules of another pack");

  static final Map<String, String> CLAUSES =
      words(
          "severity", "how bad it is",
          "for", "what the rule is for",
          "when", "where it applies",
          "deny", "what must not be",
          "require", "what must be",
          "message", "what a finding says",
          "fix", "how it can be mended",
          "see", "where more is to be read",
          "fails", "a manifest that breaks it",
          "passes", "a manifest that does not");

  static final Map<String, String> TEST_CLAUSES =
      words("given", "a manifest", "expect", "what a rule says of it");

  static final Map<String, String> WAIVER_CLAUSES =
      words(
          "for",
          "the object",
          "because",
          "the reason",
          "approved by",
          "by whom",
          "until",
          "the last day");

  static final Map<String, String> SEVERITIES =
      words("low", "", "medium", "", "high", "", "critical", "");

  static final Map<String, String> SUBJECTS =
      words(
          "container", "every container of every workload",
          "pod", "every Pod spec",
          "any resource", "every object");

  static final Map<String, String> CONTAINER_LISTS =
      words("init", "init containers", "regular", "", "ephemeral", "for debugging");

  static final Map<String, String> NARROWING =
      words("except", "but for these", "in", "only in these kinds");

  static final Map<String, String> OUTCOMES =
      words("violated", "", "passed", "", "not applicable", "", "waived", "");

  static final Map<String, String> TYPES =
      words(
          "string",
          "",
          "boolean",
          "",
          "number",
          "",
          "quantity",
          "",
          "duration",
          "",
          "date",
          "",
          "image",
          "",
          "network",
          "",
          "capability",
          "",
          "version",
          "",
          "list of",
          "");

  static final Map<String, String> FIXES =
      words("remove", "an element, or a field", "add", "an element to a list", "set", "a field");

  static final Map<String, String> OPERATORS =
      words(
          "and", "both hold",
          "or", "one holds",
          "==", "the same value",
          "!=", "another value",
          "<", "",
          "<=", "",
          ">", "",
          ">=", "",
          "in", "one of a list",
          "not in", "none of a list",
          "contains", "has an element",
          "contains any of", "has one of these",
          "contains all of", "has all of these",
          "contains only", "has nothing but these",
          "is absent", "not set",
          "is present", "set",
          "like", "as a glob",
          "matches", "by a regular expression",
          "from", "an image of a repository",
          "under", "a path below",
          "selects", "by its labels",
          "default", "what holds if it is not set");

  static final Map<String, String> OPENINGS =
      words(
          "not", "the opposite",
          "any", "of a list: `any x in list: …`",
          "all", "of a list: `all x in list: …`",
          "no", "of a list: `no x in list: …`",
          "exists", "another object: `exists KIND k where …`",
          "count", "how many: `count(list)`",
          "unchecked", "a path that the schema does not know");

  /** What goes on with a condition at the start of a line. */
  static final Map<String, String> CONNECTIVES = words("and", "both hold", "or", "one holds");

  static final Map<String, String> AFTER_VALUES =
      words("where", "of which this holds", "to", "where it goes", "at", "the exact place");

  private Keywords() {}

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }

  static String subject(Subject.Level level) {
    return switch (level) {
      case CONTAINER -> "container";
      case POD -> "pod";
      case RESOURCE -> "resource";
    };
  }

  static String meaning(Subject.Level level) {
    return switch (level) {
      case CONTAINER ->
          "every container, be it regular, init or ephemeral, of every kind that carries a Pod"
              + " spec";
      case POD -> "every Pod spec, in a Pod or in whatever creates Pods";
      case RESOURCE -> "the object itself";
    };
  }
}
