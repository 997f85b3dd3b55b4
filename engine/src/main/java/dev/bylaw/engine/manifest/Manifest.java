package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.List;

/**
 * One document of a manifest file.
 *
 * @param source the text of this document; its lines carry the numbers they have in the file
 * @param status whether it was read, and what it is
 * @param resources the objects in it: one for a plain document, one for each item of a List, none
 *     unless the status is {@code KUBERNETES}
 * @param diagnostics why it is unreadable (an error), or what is odd about it, such as a duplicate
 *     key (a warning)
 * @param comments the comments that may be meant for Bylaw, in the order of the text; what looks
 *     like one inside a string is none
 */
public record Manifest(
    Source source,
    Status status,
    List<Resource> resources,
    List<Diagnostic> diagnostics,
    List<Span> comments) {
  public Manifest {
    resources = List.copyOf(resources);
    diagnostics = List.copyOf(diagnostics);
    comments = List.copyOf(comments);
  }

  /** A document without comments that could be meant for Bylaw. */
  public Manifest(
      Source source, Status status, List<Resource> resources, List<Diagnostic> diagnostics) {
    this(source, status, resources, diagnostics, List.of());
  }

  public enum Status {
    /** It has {@code apiVersion} and {@code kind}, or is a list of such objects. */
    KUBERNETES,
    /**
     * It is well-formed, but no Kubernetes object: no map, or without {@code apiVersion} and {@code
     * kind}.
     */
    NOT_KUBERNETES,
    /** It holds nothing but comments, of which one may be meant for Bylaw, to no effect. */
    EMPTY,
    /**
     * The API server could not read it either, or Bylaw refuses to guess; at least one diagnostic
     * is an error.
     */
    UNREADABLE
  }
}
