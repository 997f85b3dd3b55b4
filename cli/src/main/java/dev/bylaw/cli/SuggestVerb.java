package dev.bylaw.cli;

import dev.bylaw.cli.suggest.ContextText;
import dev.bylaw.cli.suggest.PatchText;
import dev.bylaw.cli.suggest.RulesText;
import dev.bylaw.engine.capability.observe.LeastPrivilege;
import dev.bylaw.engine.capability.observe.Observation;
import dev.bylaw.engine.capability.observe.ObservationReader;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw suggest FILE…}: the least privilege by what was seen of a process. */
final class SuggestVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("suggest");
    model.addOption(Arguments.flag("--rules"));
    for (String option : List.of("--patch", "--container", "--color")) {
      model.addOption(Arguments.one(option));
    }
    model.addOption(Arguments.help());
    return model.addPositional(Arguments.positional("FILE"));
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    List<String> files =
        arguments.matchedPositionalValue(0, List.<String>of()).stream().distinct().toList();
    boolean rules = arguments.hasMatchedOption("--rules");
    String manifest = Arguments.value(arguments, "--patch");
    String container = Arguments.value(arguments, "--container");
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    refuse(files, rules, manifest, container);

    List<Observation> seen = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (String file : files) {
      Staged<List<Observation>> read =
          ObservationReader.read(new Source(file, SuggestInput.read(file, session)));
      seen.addAll(read.result());
      faults.addAll(read.diagnostics());
    }
    if (!faults.isEmpty()) {
      return failed(faults, color, session);
    }
    LeastPrivilege least = LeastPrivilege.of(seen);
    if (manifest != null) {
      return patch(least, manifest, container, color, session);
    }
    session.out().print(rules ? RulesText.of(least) : ContextText.of(least));
    return ExitCode.OK;
  }

  private static void refuse(
      List<String> files, boolean rules, @Nullable String manifest, @Nullable String container) {
    if (files.isEmpty()) {
      throw new UsageError(
          "there is nothing to learn from",
          "name a file with the output of getpcaps or another tool, or - for standard input");
    }
    if (rules && manifest != null) {
      throw new UsageError("`--rules` and `--patch` exclude each other", "run it twice");
    }
    if (container != null && manifest == null) {
      throw new UsageError("`--container` needs `--patch MANIFEST`", null);
    }
    if ("-".equals(manifest) && files.contains("-")) {
      throw new UsageError(
          "standard input cannot be both what was seen and the manifest", "name a file for one");
    }
  }

  private static ExitCode patch(
      LeastPrivilege least,
      String file,
      @Nullable String container,
      ColorChoice color,
      Session session) {
    List<Manifest> manifests = new ArrayList<>();
    try {
      session
          .engine()
          .open(null)
          .read(file, new ByteArrayInputStream(SuggestInput.bytes(file, session)), manifests::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Diagnostic> faults =
        manifests.stream()
            .flatMap(manifest -> manifest.diagnostics().stream())
            .filter(Diagnostic::isError)
            .toList();
    if (!faults.isEmpty()) {
      return failed(faults, color, session);
    }
    PatchText patch = PatchText.of(manifests, file, container, least.add());
    session.out().print(patch.json());
    session.complain("# A patch for " + patch.target(), null);
    if (patch.warning() != null) {
      session.complain("warning: " + patch.warning(), null);
    }
    session.err().print(ContextText.notes(least));
    return ExitCode.OK;
  }

  /** Nothing goes to standard output: half of the evidence could suggest anything. */
  private static ExitCode failed(List<Diagnostic> faults, ColorChoice color, Session session) {
    Faults.tell(faults, color, session);
    return ExitCode.USAGE;
  }
}
