package dev.bylaw.engine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of a rule in other tools, as the paragraph of its doc comment that begins with {@code
 * **Known elsewhere as:**} gives them: tools between semicolons, ids in backticks between commas, a
 * full stop at the end.
 *
 * @param fault what is wrong with the paragraph; null if nothing is
 * @param rest the documentation without the paragraph; all of it where the paragraph is wrong
 */
public record Elsewhere(List<Name> names, @Nullable String fault, String rest) {
  /** As they are written, in the order of a catalogue. */
  public static final List<String> TOOLS =
      List.of(
          "kube-linter",
          "kube-score",
          "Polaris",
          "Pod Security",
          "Checkov",
          "Trivy",
          "Kubescape",
          "Kyverno",
          "Datree");

  private static final String HEAD = "**Known elsewhere as:**";

  public Elsewhere {
    names = List.copyOf(names);
  }

  /** What another tool calls the rule. */
  public record Name(String tool, String id) {}

  public static Elsewhere in(String documentation) {
    List<String> paragraphs = new ArrayList<>(List.of(documentation.split("\n\n", -1)));
    List<String> found = paragraphs.stream().filter(p -> p.strip().startsWith(HEAD)).toList();
    if (found.isEmpty()) {
      return documentation.contains("nown elsewhere as")
          ? new Elsewhere(
              List.of(), "it has to begin a paragraph with `" + HEAD + "`", documentation)
          : new Elsewhere(List.of(), null, documentation);
    }
    if (found.size() > 1) {
      return new Elsewhere(List.of(), "there are two paragraphs of it", documentation);
    }
    List<Name> names = new ArrayList<>();
    String list = CheckedRule.oneLine(found.getFirst().strip().substring(HEAD.length())).strip();
    String fault = names(list, names);
    if (fault != null) {
      return new Elsewhere(List.of(), fault, documentation);
    }
    paragraphs.removeAll(found);
    return new Elsewhere(names, null, String.join("\n\n", paragraphs));
  }

  private static @Nullable String names(String list, List<Name> names) {
    if (!list.endsWith(".")) {
      return "it has to end with a full stop";
    }
    List<String> seen = new ArrayList<>();
    for (String part : list.substring(0, list.length() - 1).split(";", -1)) {
      String one = part.strip();
      String tool =
          TOOLS.stream().filter(name -> one.startsWith(name + " ")).findFirst().orElse(null);
      if (tool == null) {
        return "`" + one + "` does not begin with one of " + String.join(", ", TOOLS);
      }
      if (seen.contains(tool)) {
        return tool + " is there twice";
      }
      seen.add(tool);
      for (String id : one.substring(tool.length()).split(",", -1)) {
        String quoted = id.strip();
        boolean wrong =
            quoted.length() < 3
                || quoted.charAt(0) != '`'
                || quoted.indexOf('`', 1) != quoted.length() - 1;
        if (wrong) {
          return "`" + quoted.replace("`", "") + "` of " + tool + " is not in backticks";
        }
        Name name = new Name(tool, quoted.substring(1, quoted.length() - 1));
        if (names.contains(name)) {
          return "`" + name.id() + "` of " + tool + " is there twice";
        }
        names.add(name);
      }
    }
    return null;
  }

  /** {@code kube-linter `a`; Checkov `b`, `c`}: as it was written, without head and full stop. */
  public String text() {
    StringBuilder out = new StringBuilder();
    String tool = "";
    for (Name name : names) {
      out.append(name.tool().equals(tool) ? ", " : (out.isEmpty() ? "" : "; ") + name.tool() + " ");
      out.append('`').append(name.id()).append('`');
      tool = name.tool();
    }
    return out.toString();
  }
}
