package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.schema.custom.DefinitionCode;
import dev.bylaw.engine.schema.custom.DefinitionReader;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;

/** The folder of cases, and what the two kinds of them share. */
final class Cases {
  static final Path CASES = Path.of("src/test/cases");
  static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  /** Starts another file in a case that needs several: the rest of the line is its name. */
  private static final String NEXT_FILE = "#--- ";

  private Cases() {}

  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static Staged<CheckedPolicy> compile(List<Source> sources, Schema schema) throws IOException {
    return Compiler.compile(sources, library(), schema);
  }

  /** With the custom kinds that a file beside a case defines, if there is one. */
  static Schema schema(Path definitions) throws IOException {
    List<ResourceKind> kinds = new ArrayList<>();
    if (Files.exists(definitions)) {
      Staged<List<ResourceKind>> read = definitions(definitions);
      assertThat(read.diagnostics()).isEmpty();
      kinds.addAll(read.result());
    }
    return SCHEMA.with(kinds);
  }

  static Staged<List<ResourceKind>> definitions(Path file) throws IOException {
    DefinitionReader reader = new DefinitionReader(SCHEMA, DefinitionCode.BROKEN_DEFINITION);
    List<ResourceKind> kinds = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Manifest manifest :
        new ManifestReader(Limits.DEFAULT)
            .read(file.getFileName().toString(), Files.readString(file))) {
      for (Resource resource : manifest.resources()) {
        assertThat(DefinitionReader.isDefinition(resource)).as("a definition").isTrue();
        Staged<List<ResourceKind>> one = reader.read(resource);
        kinds.addAll(one.result());
        diagnostics.addAll(one.diagnostics());
      }
    }
    return new Staged<>(kinds, diagnostics);
  }

  /** {@code library/NAME.bylaw} is what {@code use std/NAME} finds. */
  private static Map<String, List<Source>> library() throws IOException {
    Map<String, List<Source>> library = new LinkedHashMap<>();
    for (Path file : files(CASES.resolve("library"), ".bylaw")) {
      String name = file.getFileName().toString();
      library.put("std/" + name.substring(0, name.indexOf('.')), sources(file));
    }
    return library;
  }

  static List<Source> sources(Path file) throws IOException {
    List<Source> sources = new ArrayList<>();
    String name = file.getFileName().toString();
    StringBuilder text = new StringBuilder();
    for (String line : Files.readString(file).split("(?<=\n)", -1)) {
      if (line.startsWith(NEXT_FILE)) {
        sources.add(new Source(name, text.toString()));
        name = line.substring(NEXT_FILE.length()).strip();
        text.setLength(0);
      } else {
        text.append(line);
      }
    }
    sources.add(new Source(name, text.toString()));
    return sources;
  }

  /** Compares with what was approved; with {@code -Dapprove} approves instead. */
  static void verify(String output, CaseNamer namer) throws IOException {
    Path approved = namer.getApprovedFile(".txt").toPath();
    if (System.getProperty("approve") != null) {
      Files.writeString(approved, output);
    }
    assertThat(approved).as("missing approval").exists();
    Approvals.verify(output, new Options(QuietReporter.INSTANCE).forFile().withNamer(namer));
  }
}
