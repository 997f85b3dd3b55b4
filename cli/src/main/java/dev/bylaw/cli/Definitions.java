package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.schema.custom.DefinitionReader;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where custom kinds come from: the CustomResourceDefinitions of the files that {@code --crd}
 * names, and those among the manifests that are checked.
 */
final class Definitions {
  private Definitions() {}

  /**
   * The engine with the kinds that {@code --crd} brings. What cannot be read there, or defines
   * nothing, is a mistake in the command line or in the configuration.
   */
  static Pipeline given(
      List<Written> paths, Pipeline pipeline, Session session, ColorChoice color) {
    List<Resource> definitions = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Contents contents = new Contents(session);
    for (Written written : paths) {
      String path = written.text();
      int before = definitions.size();
      for (Input input : Inputs.find(List.of(path), session)) {
        if (input instanceof Input.Hole hole) {
          throw written.refused(
              "cannot read `"
                  + (written.configured() ? "" : "--crd ")
                  + path
                  + "`: "
                  + hole.reason().message(),
              hole.reason().help());
        }
        collect(input, contents, pipeline, definitions, diagnostics);
      }
      if (definitions.size() == before && diagnostics.isEmpty()) {
        throw written.refused(
            "there is no CustomResourceDefinition in `" + path + "`",
            "`kubectl get crd NAME -o yaml` prints one");
      }
    }
    Staged<Pipeline> known = pipeline.with(definitions, List.of());
    diagnostics.addAll(known.diagnostics());
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      Faults.tell(diagnostics, color, session);
      throw new UsageError("a definition that `--crd` or `crd` names cannot be used", null);
    }
    return known.result();
  }

  private static void collect(
      Input input,
      Contents contents,
      Pipeline pipeline,
      List<Resource> definitions,
      List<Diagnostic> diagnostics) {
    try (InputStream bytes = contents.open(input)) {
      pipeline.read(
          input.name(),
          bytes,
          manifest -> {
            definitions.addAll(definitionsIn(manifest));
            manifest.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
          });
    } catch (IOException e) {
      diagnostics.add(Input.Hole.unreadable(input.name(), e).reason());
    }
  }

  /** The engine with the kinds that are defined among the manifests. */
  static Staged<Pipeline> found(List<Input> inputs, Contents contents, Pipeline pipeline) {
    List<Resource> definitions = new ArrayList<>();
    for (Input input : inputs) {
      if (mentionsDefinition(input, contents)) {
        // What is wrong with it is told when it is checked.
        collect(input, contents, pipeline, definitions, new ArrayList<>());
      }
    }
    return pipeline.with(List.of(), definitions);
  }

  private static List<Resource> definitionsIn(Manifest manifest) {
    return manifest.resources().stream().filter(DefinitionReader::isDefinition).toList();
  }

  /** Reading a file as YAML costs a hundred times more than looking for a word in it. */
  private static boolean mentionsDefinition(Input input, Contents contents) {
    try (InputStream bytes = contents.open(input)) {
      return new WordSearch("CustomResourceDefinition").isIn(bytes);
    } catch (IOException e) {
      return false;
    }
  }
}
