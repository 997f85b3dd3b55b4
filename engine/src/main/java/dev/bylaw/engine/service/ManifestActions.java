package dev.bylaw.engine.service;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be done about findings: the edits that their rules declare, as {@code bylaw fix} proves
 * them, and exceptions. Of an exception, what only a person knows is left open.
 */
final class ManifestActions {
  private final Workspace workspace;

  ManifestActions(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Action> of(Source file, Position from, Position until) {
    List<Action> actions = new ArrayList<>();
    Judge judge = workspace.judge();
    Judge.Sitting sitting = judge.new Sitting(file);
    for (Manifest manifest : workspace.read(file)) {
      for (Finding finding : sitting.of(manifest).findings()) {
        boolean here = Range.of(finding.span()).meets(from, until);
        if (here && finding.outcome() == Outcome.VIOLATED && finding.rule() != null) {
          mend(finding, manifest, file, sitting, actions);
          if (!judge.isLocked(finding.ruleId()) && !isJson(file)) {
            actions.add(comment(finding, file));
          }
          actions.add(waive(finding));
        }
      }
    }
    return actions;
  }

  List<Edit> fixAll(String name) {
    Source file = workspace.file(name);
    if (file == null || Workspace.isRules(name)) {
      return List.of();
    }
    Fixed fixed = workspace.judge().new Sitting(file).fixer().fix(name, file.text());
    return TextChange.between(file, 0, file.text().length(), fixed.text());
  }

  private static void mend(
      Finding finding,
      Manifest manifest,
      Source file,
      Judge.Sitting sitting,
      List<Action> actions) {
    if (finding.changes().isEmpty()) {
      return;
    }
    Fixed fixed = sitting.fixer().fix(finding, manifest);
    String before = manifest.source().text();
    int start = file.offset(new Position(manifest.source().firstLine(), 1));
    List<Edit> edits = TextChange.between(file, start, start + before.length(), fixed.text());
    if (!edits.isEmpty()) {
      actions.add(new Action("Mend " + finding.ruleId(), finding.ruleId(), edits));
    }
  }

  private static boolean isJson(Source file) {
    String end = ".json";
    int start = file.name().length() - end.length();
    return start >= 0 && file.name().substring(start).equalsIgnoreCase(end);
  }

  /** Above the line of the finding, and indented like it: so it is about what stands there. */
  private static Action comment(Finding finding, Source file) {
    int line = finding.span().from().line();
    String text = file.line(line);
    int indent = 0;
    while (indent < text.length() && text.charAt(indent) == ' ') {
      indent++;
    }
    int start = file.offset(new Position(line, 1));
    String end = file.text().contains("\r\n") ? "\r\n" : "\n";
    String comment =
        text.substring(0, indent) + "# bylaw: allow " + finding.ruleId() + " until= -- " + end;
    return new Action(
        "Waive " + finding.ruleId() + " in a comment on this line",
        finding.ruleId(),
        List.of(Edit.of(new Span(file, start, start), comment)));
  }

  /** At the end of the file of waivers, for the object. */
  private Action waive(Finding finding) {
    String name = workspace.judgement().waivers();
    Source waivers = workspace.file(name);
    Position end = waivers == null ? new Position(1, 1) : waivers.position(waivers.text().length());
    Resource resource = finding.resource();
    String named = resource.name() == null ? "*" : resource.name();
    String object = resource.namespace() == null ? named : resource.namespace() + "/" + named;
    String container = finding.container() == null ? "" : " container " + finding.container();
    String text =
        (waivers == null || waivers.text().isEmpty() ? "" : "\n")
            + "waive "
            + finding.ruleId()
            + "\n  for "
            + resource.kind()
            + " "
            + object
            + container
            + "\n  because \"\"\n  approved by \"\"\n  until \n";
    return new Action(
        "Waive " + finding.ruleId() + " for " + resource.kind() + " " + object,
        finding.ruleId(),
        List.of(new Edit(new Range(name, end, end), text)));
  }
}
