package dev.bylaw.cli.input;

import java.util.Locale;

/** What is looked for in directories. */
enum FileKind {
  MANIFEST("manifest", "manifests are files named *.yaml, *.yml and *.json"),
  RULE_FILE("rule file", "rule files are named *.bylaw");

  private final String word;
  private final String names;

  FileKind(String word, String names) {
    this.word = word;
    this.names = names;
  }

  String word() {
    return word;
  }

  /** How files of this kind are named, as a sentence. */
  String names() {
    return names;
  }

  /** Whether a file of this name is one. */
  boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (this) {
      case MANIFEST -> lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
      case RULE_FILE -> name.endsWith(".bylaw");
    };
  }
}
