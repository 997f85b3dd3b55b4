package dev.bylaw.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Completion for bash, and by bash's own functions for zsh. */
public final class BashScript {
  private BashScript() {}

  /** A script for {@code source <(bylaw completion bash)}. */
  public static String bash(List<Words> verbs) {
    return function(verbs) + "complete -o default -o bashdefault -F _bylaw bylaw\n";
  }

  /** A script for {@code source <(bylaw completion zsh)}. */
  public static String zsh(List<Words> verbs) {
    return "autoload -U +X bashcompinit && bashcompinit\n"
        + function(verbs)
        + "complete -o default -F _bylaw bylaw\n";
  }

  private static String function(List<Words> verbs) {
    StringBuilder out = new StringBuilder();
    out.append("_bylaw() {\n");
    out.append(
        "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=check\n");
    out.append("  # An equals sign is a word of its own: --color=al\n");
    out.append("  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then ");
    out.append("prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n");
    out.append("  case ${COMP_WORDS[1]} in\n    ");
    out.append(verbs.stream().map(Words::verb).collect(Collectors.joining("|")));
    out.append(") [[ $COMP_CWORD -gt 1 ]] && verb=${COMP_WORDS[1]} ;;\n  esac\n");
    out.append("  COMPREPLY=()\n");
    out.append("  case \"$verb $prev\" in\n");
    for (Words verb : verbs) {
      for (Words.Option option : verb.options()) {
        if (option.takesValue()) {
          out.append("    '").append(verb.verb()).append(' ').append(option.name()).append("') ");
          if (!option.values().isEmpty()) {
            out.append("COMPREPLY=($(compgen -W '").append(String.join(" ", option.values()));
            out.append("' -- \"$cur\")); ");
          }
          out.append("return ;;\n");
        }
      }
    }
    out.append("  esac\n");
    out.append("  case $cur in\n    -*)\n      case $verb in\n");
    for (Words verb : verbs) {
      out.append("        ").append(verb.verb()).append(") COMPREPLY=($(compgen -W '");
      out.append(verb.options().stream().map(Words.Option::name).collect(Collectors.joining(" ")));
      out.append("' -- \"$cur\")) ;;\n");
    }
    out.append("      esac ;;\n");
    out.append("    *)\n      if [[ $COMP_CWORD -eq 1 ]]; then\n");
    out.append("        COMPREPLY=($(compgen -W '");
    out.append(verbs.stream().map(Words::verb).collect(Collectors.joining(" ")));
    out.append("' -- \"$cur\") $(compgen -f -- \"$cur\"))\n      fi ;;\n  esac\n}\n");
    return out.toString();
  }
}
