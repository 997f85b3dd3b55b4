package dev.bylaw.cli;

import dev.bylaw.cli.fix.FileText;
import dev.bylaw.cli.fix.FixReport;
import dev.bylaw.cli.fix.Rewrite;
import dev.bylaw.cli.input.Input;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Across;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Staged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Mends manifests: finds as {@code bylaw check} does, and shows or writes the edits. */
final class Fix {
  private final Session session;
  private final boolean write;
  private final Check check;
  private final FixReport report;
  private boolean incomplete;

  /** A file that can be edited, and what became of it. */
  private record Edited(Input input, FileText before, Fixed fixed) {
    boolean isChanged() {
      return !fixed.text().equals(before.text());
    }

    Edited undone(String reason) {
      return new Edited(input, before, fixed.undone(before.text(), reason));
    }
  }

  Fix(CheckOptions options, Session session, boolean write) {
    this.session = session;
    this.write = write;
    this.check = new Check(options, session);
    this.report = new FixReport(session, options.color());
  }

  ExitCode run() {
    Check.Prepared prepared = check.prepare();
    Staged<CheckedPolicy> compiled = prepared.compiled();
    prepared.known().diagnostics().forEach(report::diagnostic);
    compiled.diagnostics().forEach(report::diagnostic);
    if (compiled.hasErrors()) {
      report.finish();
      session.complain("error: the rules do not compile, so nothing is mended", null);
      return ExitCode.USAGE;
    }
    List<Edited> files = new Elsewhere(prepared).checked(edited(prepared));
    files.forEach(this::deliver);
    ExitCode code = report.summary(write) ? ExitCode.OK : ExitCode.FINDINGS;
    report.finish();
    return incomplete ? code.worst(ExitCode.INCOMPLETE) : code;
  }

  private List<Edited> edited(Check.Prepared prepared) {
    Pipeline pipeline = prepared.known().result();
    Pipeline.Evaluate plan = plan(prepared);
    new Judging(prepared.contents(), pipeline, plan, 1).collect(prepared.inputs());
    List<Edited> files = new ArrayList<>();
    for (Input input : prepared.inputs()) {
      switch (input) {
        case Input.Hole hole -> {
          report.diagnostic(hole.reason());
          incomplete |= hole.reason().isError();
        }
        case Input.File _, Input.StandardInput _ -> edit(input, prepared, plan, files);
      }
    }
    return files;
  }

  private static Pipeline.Evaluate plan(Check.Prepared prepared) {
    return prepared.known().result().plan(prepared.policy());
  }

  private List<Finding> judge(Manifest manifest, Pipeline.Evaluate plan) {
    return check
        .comments()
        .of(manifest)
        .apply(check.waivers().apply(plan.alone(manifest)))
        .findings();
  }

  private void edit(
      Input input, Check.Prepared prepared, Pipeline.Evaluate plan, List<Edited> files) {
    List<Manifest> manifests = new ArrayList<>();
    byte[] bytes;
    try (InputStream in = prepared.contents().open(input)) {
      bytes = in.readAllBytes();
      prepared.known().result().read(input.name(), new ByteArrayInputStream(bytes), manifests::add);
    } catch (IOException e) {
      report.diagnostic(Input.Hole.unreadable(input.name(), e).reason());
      incomplete = true;
      return;
    }
    manifests.forEach(manifest -> manifest.diagnostics().forEach(report::diagnostic));
    FileText text = FileText.of(bytes);
    boolean unreadable = manifests.stream().anyMatch(m -> m.status() == Manifest.Status.UNREADABLE);
    incomplete |= unreadable;
    if (unreadable || text == null) {
      String reason =
          unreadable ? "a document of its file cannot be read" : "its file is not UTF-8";
      for (Manifest manifest : manifests) {
        judge(manifest, plan).stream()
            .filter(finding -> !finding.changes().isEmpty())
            .filter(finding -> finding.outcome() == Finding.Outcome.VIOLATED)
            .forEach(finding -> report.withheld(new Fixed.Withheld(finding, reason)));
      }
      return;
    }
    Fixer fixer = check.fixer(plan);
    files.add(new Edited(input, text, fixer.fix(input.name(), text.text())));
  }

  private void deliver(Edited file) {
    String name = file.input().name();
    file.fixed().withheld().forEach(report::withheld);
    if (!file.isChanged()) {
      return;
    }
    FileText before = file.before();
    if (!write) {
      report.diff(name, before.text(), file.fixed());
    } else if (file.input() instanceof Input.File there) {
      String fault =
          Rewrite.file(
              there.path(), before.bytes(before.text()), before.bytes(file.fixed().text()));
      if (fault == null) {
        report.written(name, file.fixed());
      } else {
        incomplete = true;
        report.notWritten(name, fault);
      }
    }
  }

  /** Holds what was edited against rules that look at more than one object. */
  private final class Elsewhere {
    private final Check.Prepared prepared;

    Elsewhere(Check.Prepared prepared) {
      this.prepared = prepared;
    }

    /** The files, of which those keep their old text whose edits break something elsewhere. */
    List<Edited> checked(List<Edited> files) {
      if (!plan(prepared).needsInventory() || files.stream().noneMatch(Edited::isChanged)) {
        return files;
      }
      List<Edited> kept = new ArrayList<>(files.stream().map(file -> file.undone("")).toList());
      Across across = new Across(found(kept));
      if (across.news(found(files)) == null) {
        return files;
      }
      for (int i = 0; i < files.size(); i++) {
        kept.set(i, files.get(i));
        String broken = files.get(i).isChanged() ? across.news(found(kept)) : null;
        if (broken != null) {
          kept.set(i, files.get(i).undone(broken));
        }
      }
      return kept;
    }

    private List<Finding> found(List<Edited> files) {
      Pipeline pipeline = prepared.known().result();
      Pipeline.Evaluate plan = plan(prepared);
      List<Manifest> all = new ArrayList<>();
      try {
        for (Edited file : files) {
          byte[] bytes = file.before().bytes(file.fixed().text());
          pipeline.read(file.input().name(), new ByteArrayInputStream(bytes), all::add);
        }
      } catch (IOException e) {
        throw new IllegalStateException("bytes in memory cannot fail to be read", e);
      }
      all.forEach(plan::collect);
      return all.stream().flatMap(manifest -> judge(manifest, plan).stream()).toList();
    }
  }
}
