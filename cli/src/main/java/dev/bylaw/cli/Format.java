package dev.bylaw.cli;

import java.util.Set;

/** The forms of a report that {@code --format} names. */
public enum Format {
  TEXT,
  CONCISE,
  JSON;

  /** Forms that have their meaning already, and that this version cannot write. */
  static final Set<String> ANNOUNCED =
      Set.of("jsonl", "sarif", "junit", "github", "gitlab", "markdown");

  static Format parse(String word) {
    if (ANNOUNCED.contains(word)) {
      throw new UsageError("this version of Bylaw does not have the format `" + word + "`", null);
    }
    return Arguments.choice("--format", word, Format.class);
  }
}
