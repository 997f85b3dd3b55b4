package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule file. Declarations stand in the order of the text. */
public record PolicyFile(
    Source source,
    @Nullable Pack pack,
    List<Use> uses,
    List<Include> includes,
    List<Declaration> declarations) {
  public PolicyFile {
    uses = List.copyOf(uses);
    includes = List.copyOf(includes);
    declarations = List.copyOf(declarations);
  }

  /** {@code pack acme/containers}. */
  public record Pack(@Nullable Doc doc, PackName name, Span span) {}

  /** {@code use std/images}, {@code use std/images@v1.2}. */
  public record Use(PackName name, @Nullable PackVersion version, Span span) {}

  /**
   * {@code include std/host except path, port}: rules of another pack by reference.
   *
   * @param doc why these: the comment above the line, or above the unbroken lines that it ends
   * @param name a pack, or one rule of a pack
   * @param except rules that are left out, by their own names or their ids
   */
  public record Include(
      @Nullable Doc doc,
      PackName name,
      @Nullable PackVersion version,
      List<PackName> except,
      Span span) {
    public Include {
      except = List.copyOf(except);
    }
  }

  /** What stands after {@code @}: {@code v1.30}, {@code latest}. */
  public record PackVersion(String text, Span span) {}
}
