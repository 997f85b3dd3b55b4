package dev.bylaw.cli.config;

import dev.bylaw.grammar.Span;

/** What a setting is, and who says so. */
public record Setting<T>(T value, Origin origin) {
  public static <T> Setting<T> option(String name, T value) {
    return new Setting<>(value, new Origin.Option(name));
  }

  static <T> Setting<T> file(Span place, T value) {
    return new Setting<>(value, new Origin.File(place));
  }

  public static <T> Setting<T> standard(T value) {
    return new Setting<>(value, new Origin.Standard());
  }
}
