package dev.bylaw.cli;

/** The forms of a report that {@code --format} names. */
public enum Format {
  TEXT,
  CONCISE,
  JSON,
  JSONL,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  MARKDOWN;

  static Format parse(String word) {
    return Arguments.choice("--format", word, Format.class);
  }
}
