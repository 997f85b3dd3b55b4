package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;

/** Reads data that is no manifest, by the same rules and limits. */
public final class DataReader {
  private DataReader() {}

  /** JSON values one after another; those before a fault are in the result. */
  public static Staged<List<Node>> json(Source source) {
    List<Node> values = new ArrayList<>();
    try {
      JsonReader reader = new JsonReader(source, Limits.DEFAULT);
      while (reader.hasNext()) {
        values.add(reader.next());
      }
      return new Staged<>(values, List.of());
    } catch (Unreadable e) {
      return new Staged<>(values, List.of(withoutHelp(e.diagnostic())));
    }
  }

  /** One YAML document; no value if there is nothing but comments. */
  public static Staged<List<Node>> yaml(Source source) {
    return yaml(source, new YamlComposer(source, Limits.DEFAULT));
  }

  private static Staged<List<Node>> yaml(Source source, YamlComposer composer) {
    Diagnostic fault = CharacterCheck.fault(source);
    if (fault != null) {
      return new Staged<>(List.of(), List.of(withoutHelp(fault)));
    }
    try {
      Node root = composer.compose();
      return new Staged<>(root == null ? List.of() : List.of(root), List.of());
    } catch (Unreadable e) {
      return new Staged<>(List.of(), List.of(withoutHelp(e.diagnostic())));
    }
  }

  /**
   * The only YAML document of a source that people write by hand: no value if there is nothing but
   * comments. What a manifest is warned of, such as a key that is set twice, is in the diagnostics;
   * text after the end of the document is an error.
   */
  public static Staged<List<Node>> onlyYaml(Source source) {
    YamlComposer composer = new YamlComposer(source, Limits.DEFAULT);
    Staged<List<Node>> read = yaml(source, composer);
    if (read.hasErrors()) {
      return read;
    }
    List<Diagnostic> diagnostics = new ArrayList<>(composer.warnings());
    Span hidden = composer.hidden();
    if (hidden != null) {
      diagnostics.add(
          Diagnostic.of(
              ManifestCode.HIDDEN_TEXT,
              hidden,
              "this would not be read: the document ended before it",
              "write one document only"));
    }
    return new Staged<>(read.result(), diagnostics);
  }

  /** The remedies speak of manifests. */
  private static Diagnostic withoutHelp(Diagnostic fault) {
    return new Diagnostic(
        fault.code(), fault.message(), fault.primary(), fault.related(), null, List.of());
  }
}
