package dev.bylaw.cli.init;

import dev.bylaw.cli.Session;
import dev.bylaw.grammar.frame.Printable;
import java.util.ArrayList;
import java.util.List;

/** A first configuration, with comments, and what was seen that it fits. */
public final class Starter {
  private final Surroundings found;
  private final StringBuilder text = new StringBuilder();

  private Starter(Surroundings found) {
    this.found = found;
  }

  /**
   * What it says, and why.
   *
   * @param text of the file
   * @param notes sentences about what was found, and what is to be done beside writing the file
   */
  public record Draft(String text, List<String> notes) {
    public Draft {
      notes = List.copyOf(notes);
    }
  }

  /** The configuration that fits what lies where the command runs. */
  public static Draft draft(Session session) {
    Starter starter = new Starter(SurroundingsSearch.run(session));
    return new Draft(starter.text(), starter.notes());
  }

  private String text() {
    line("# What Bylaw checks here, and by which rules: `bylaw config` lists every setting.");
    line("version: 1");
    line("");
    rules();
    line("");
    line("# The API to check against; the newest if this is not set.");
    line("# kubernetes: \"1.34\"");
    line("");
    inputs();
    line("");
    line("# The least severity that fails a run: low, medium, high, critical or never.");
    line("fail-on: low");
    line("");
    line("# Rules that are off here, or better or worse than their authors say.");
    line("# levels: {images/tag: high, resources/cpu-in-processors: off}");
    line("");
    line("# Rules that may not be waived inside a manifest.");
    line("# locked: [capabilities/big-four]");
    definitions();
    baseline();
    return text.toString();
  }

  private void rules() {
    line("# Standard packs (`bylaw rules --all` lists them), and files and folders of your own.");
    line("rules:");
    item("std/recommended");
    if (found.restricted()) {
      line("# A namespace here is held to the restricted Pod Security Standard.");
      item("std/pod-security-restricted");
    } else {
      line("# - std/pod-security-restricted");
    }
    found.rules().forEach(folder -> item(folder.equals(".") ? "." : "./" + folder));
  }

  private void inputs() {
    line("# What `bylaw check` checks without a path.");
    line("inputs:");
    line("  include:");
    if (found.manifests().isEmpty()) {
      line("  # No manifest was found, so this is everything.");
      pattern("**");
    }
    for (String folder : found.manifests()) {
      if (folder.equals(".")) {
        found.atTheTop().forEach(this::pattern);
      } else {
        pattern(literal(folder) + "/**");
      }
    }
    if (!found.templates().isEmpty()) {
      line("  # Templates are no manifests before Helm has rendered them:");
      found.charts().forEach(chart -> line("  #   helm template " + chart + " | bylaw check -"));
      line("  exclude:");
      found.templates().forEach(folder -> pattern(literal(folder) + "/**"));
    }
    if (!found.overlays().isEmpty()) {
      line("  # What kustomize builds is more than the files it builds from:");
      found
          .overlays()
          .forEach(folder -> line("  #   kustomize build " + folder + " | bylaw check -"));
    }
  }

  private void definitions() {
    if (!found.definitions().isEmpty()) {
      line("");
      line("# Definitions of custom kinds.");
      line("crd:");
      found.definitions().forEach(this::item);
    }
  }

  private void baseline() {
    line("");
    line("# Findings that are known and do not count.");
    String setting = "baseline: " + SurroundingsSearch.BASELINE;
    line(found.baseline() ? setting : "# " + setting);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (found.manifests().isEmpty()) {
      notes.add("no manifest was found, so `inputs.include` is everything");
    }
    for (String chart : found.charts()) {
      notes.add("a Helm chart is checked as `helm template " + chart + " | bylaw check -`");
    }
    for (String folder : found.overlays()) {
      notes.add(
          "what kustomize builds is checked as `kustomize build " + folder + " | bylaw check -`");
    }
    for (String file : found.unusable()) {
      notes.add("`" + file + "` defines a custom kind, and cannot be used: `bylaw check` says why");
    }
    return notes;
  }

  private void line(String line) {
    // A folder may be called anything, and must not break out of its line.
    text.append(Printable.of(line)).append('\n');
  }

  private void item(String value) {
    line("- " + (isPlain(value) ? value : quoted(value)));
  }

  private void pattern(String value) {
    line("  - " + quoted(value));
  }

  /** The name of a folder as a pattern that means it and nothing else. */
  private static String literal(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean sign = "*?[\\".indexOf(c) >= 0 || (i == 0 && "!~".indexOf(c) >= 0);
      pattern.append(sign ? "\\" : "").append(c);
    }
    return pattern.toString();
  }

  private static boolean isPlain(String value) {
    return value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "./-_".indexOf(c) >= 0);
  }

  /** In double quotes, where a backslash, a quote and what cannot be seen are escaped. */
  private static String quoted(String value) {
    return "\"" + Printable.of(value.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"";
  }
}
