package dev.bylaw.engine.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How something is renamed, or in {@code refusal} why it cannot be. */
public record Renaming(List<Edit> edits, @Nullable String refusal) {
  public Renaming {
    edits = List.copyOf(edits);
  }

  static Renaming refused(String why) {
    return new Renaming(List.of(), why);
  }
}
