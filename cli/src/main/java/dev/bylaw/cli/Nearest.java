package dev.bylaw.cli;

import dev.bylaw.engine.Suggestion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whether another name was meant. */
public final class Nearest {
  private Nearest() {}

  /** {@code did you mean `…`?}, or the alternative if no name is near. */
  public static @Nullable String question(
      String word, Collection<String> names, @Nullable String otherwise) {
    List<String> nearest = Suggestion.nearest(word, names);
    return nearest.isEmpty() ? otherwise : "did you mean `" + String.join("` or `", nearest) + "`?";
  }
}
