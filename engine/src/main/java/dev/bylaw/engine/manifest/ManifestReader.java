package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Bytes to manifests, as kubectl and the API server read them.
 *
 * <p>Nothing is skipped in silence. What cannot be read gives a manifest with the status {@code
 * UNREADABLE}, and the documents after it are still read. Text that kubectl passes over, such as
 * what follows {@code ...}, gives an unreadable manifest of its own beside the document that was
 * read; so do the bad items of a list beside the good ones. Documents without content, which are
 * comments, blanks or {@code null}, give none at all, unless a comment may be meant for Bylaw: what
 * holds nothing can hide nothing.
 *
 * <p>kubectl 1.32 stops a JSON file at the first fault and newer ones go on with YAML; here the
 * rest of such a file is unreadable.
 */
public final class ManifestReader {
  private final Limits limits;

  public ManifestReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file document by document; no more than one of them is held at a time.
   *
   * @param name how diagnostics name the file
   * @param sink takes each manifest as soon as it is read
   * @throws IOException if the stream cannot be read; whatever it holds is no reason
   */
  public void read(String name, InputStream bytes, Consumer<Manifest> sink) throws IOException {
    read(name, (Lines) new ByteLines(bytes, limits.documentLength() + 1), sink);
  }

  /** Reads a text that is in memory. */
  public List<Manifest> read(String name, String text) {
    List<Manifest> manifests = new ArrayList<>();
    try {
      read(name, new TextLines(text), manifests::add);
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail to be read", e);
    }
    return manifests;
  }

  private void read(String name, Lines lines, Consumer<Manifest> sink) throws IOException {
    Preview preview = new Preview(lines);
    ChunkBuilder chunks = new ChunkBuilder(name, limits);
    if (preview.isJson()) {
      JsonSplitter stretches = new JsonSplitter(preview, chunks);
      boolean reading = true;
      for (Chunk chunk = stretches.next(); reading && chunk != null; chunk = stretches.next()) {
        reading = readJson(chunk, sink);
      }
    } else {
      DocumentSplitter documents = new DocumentSplitter(preview, chunks);
      for (Chunk chunk = documents.next(); chunk != null; chunk = documents.next()) {
        readYaml(chunk, sink);
      }
    }
  }

  private void readYaml(Chunk chunk, Consumer<Manifest> sink) {
    Source source = chunk.source();
    Diagnostic fault = chunk.fault() != null ? chunk.fault() : CharacterCheck.fault(source);
    if (fault != null) {
      sink.accept(unreadable(source, List.of(fault)));
      return;
    }
    YamlComposer composer = new YamlComposer(source, limits);
    try {
      Node root = composer.compose();
      if (root != null) {
        accept(source, root, composer.warnings(), composer.comments(), sink);
      } else if (!composer.comments().isEmpty()) {
        sink.accept(empty(source, composer.comments()));
      }
      var hidden = composer.hidden();
      if (hidden != null) {
        sink.accept(
            unreadable(
                source,
                List.of(
                    TemplateCheck.explain(
                        Diagnostic.of(
                            ManifestCode.HIDDEN_TEXT,
                            hidden,
                            "kubectl does not read what stands here: the document ended before it",
                            "remove it, or put '---' on a line of its own before it")))));
      }
    } catch (Unreadable e) {
      sink.accept(unreadable(source, List.of(TemplateCheck.explain(e.diagnostic()))));
    }
  }

  /** Gives false if the values ended in a fault, after which nothing in the file can be trusted. */
  private boolean readJson(Chunk chunk, Consumer<Manifest> sink) {
    Source source = chunk.source();
    if (chunk.fault() != null) {
      sink.accept(unreadable(source, List.of(chunk.fault())));
      return false;
    }
    JsonReader reader = new JsonReader(source, limits);
    try {
      while (reader.hasNext()) {
        accept(source, reader.next(), reader.takeWarnings(), List.of(), sink);
      }
      return true;
    } catch (Unreadable e) {
      sink.accept(unreadable(source, List.of(TemplateCheck.explain(e.diagnostic()))));
      return false;
    }
  }

  private static void accept(
      Source source,
      Node root,
      List<Diagnostic> warnings,
      List<Span> comments,
      Consumer<Manifest> sink) {
    if (root instanceof Node.Null) {
      if (!comments.isEmpty()) {
        sink.accept(empty(source, comments));
      }
      return;
    }
    ListFlattener objects = new ListFlattener(root);
    if (!objects.isKubernetes()) {
      sink.accept(
          new Manifest(source, Manifest.Status.NOT_KUBERNETES, List.of(), warnings, comments));
      return;
    }
    if (!objects.resources().isEmpty() || objects.errors().isEmpty()) {
      sink.accept(
          new Manifest(
              source, Manifest.Status.KUBERNETES, objects.resources(), warnings, comments));
    }
    if (!objects.errors().isEmpty()) {
      sink.accept(unreadable(source, objects.errors()));
    }
  }

  private static Manifest empty(Source source, List<Span> comments) {
    return new Manifest(source, Manifest.Status.EMPTY, List.of(), List.of(), comments);
  }

  private static Manifest unreadable(Source source, List<Diagnostic> errors) {
    return new Manifest(source, Manifest.Status.UNREADABLE, List.of(), errors);
  }
}
