package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Short ways to read a manifest in a test and to say what came of it. */
final class Reading {
  private Reading() {}

  static List<Manifest> read(String text) {
    return new ManifestReader(Limits.DEFAULT).read("a.yaml", text);
  }

  static List<Manifest> read(byte[] bytes) {
    return read(bytes, Limits.DEFAULT);
  }

  static List<Manifest> read(byte[] bytes, Limits limits) {
    List<Manifest> manifests = new ArrayList<>();
    try {
      new ManifestReader(limits).read("a.yaml", new ByteArrayInputStream(bytes), manifests::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return manifests;
  }

  /** An object whose fields after the name are the text. */
  static String object(String fields) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" + fields;
  }

  static Node at(String text, String... keys) {
    Node node = read(text).getFirst().resources().getFirst().root();
    for (String key : keys) {
      Node child =
          switch (node) {
            case Node.Mapping map -> map.get(key);
            case Node.Sequence list -> list.items().get(Integer.parseInt(key));
            default -> null;
          };
      if (child == null) {
        throw new AssertionError("no " + key);
      }
      node = child;
    }
    return node;
  }

  /** {@code 4:4-6} for columns 4 to 6 of line 4, the last one not included. */
  static String place(Span span) {
    Position from = span.from();
    Position until = span.until();
    return from.line()
        + ":"
        + from.column()
        + "-"
        + (until.line() == from.line() ? "" : until.line() + ":")
        + until.column();
  }

  /** {@code BY0608 4:1-2 a message} for each diagnostic of each manifest. */
  static List<String> said(List<Manifest> manifests) {
    List<String> said = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (Diagnostic diagnostic : manifest.diagnostics()) {
        said.add(
            diagnostic.code().id()
                + " "
                + place(diagnostic.primary().span())
                + " "
                + diagnostic.message());
      }
    }
    return said;
  }
}
