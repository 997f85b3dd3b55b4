package dev.bylaw.cli.completion;

import java.util.List;

/** Completion for fish. */
public final class FishScript {
  private FishScript() {}

  /** A script for {@code bylaw completion fish | source}. */
  public static String fish(List<Words> verbs) {
    StringBuilder out = new StringBuilder();
    for (Words verb : verbs) {
      out.append("complete -c bylaw -n __fish_use_subcommand -a ").append(verb.verb());
      out.append(" -d '").append(verb.about().replace("'", "\\'")).append("'\n");
      for (Words.Option option : verb.options()) {
        out.append("complete -c bylaw -n '__fish_seen_subcommand_from ").append(verb.verb());
        out.append(option.name().startsWith("--") ? "' -l " : "' -s ");
        out.append(option.name().replaceFirst("^-+", ""));
        if (!option.values().isEmpty()) {
          out.append(" -x -a '").append(String.join(" ", option.values())).append('\'');
        } else if (option.takesValue()) {
          out.append(" -r");
        }
        out.append('\n');
      }
    }
    return out.toString();
  }
}
