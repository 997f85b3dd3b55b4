package dev.bylaw.cli.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a configuration can set, in the order in which people write it. */
enum Key {
  VERSION("version"),
  RULES("rules"),
  KUBERNETES("kubernetes"),
  RUNTIME("runtime"),
  CRD("crd"),
  INPUTS("inputs"),
  FAIL_ON("fail-on"),
  LEVELS("levels"),
  PARAMS("params"),
  LOCKED("locked"),
  BASELINE("baseline");

  private final String word;

  Key(String word) {
    this.word = word;
  }

  /** As it is written. */
  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Key::word).toList();
  }

  static @Nullable Key named(String word) {
    for (Key key : values()) {
      if (key.word.equals(word)) {
        return key;
      }
    }
    return null;
  }
}
