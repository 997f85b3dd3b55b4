package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule file declares. */
public sealed interface Declaration
    permits Rule, Declaration.Parameter, Declaration.Let, Declaration.Definition, RuleTest, Waiver {
  Span span();

  /**
   * {@code param registries: list of string = ["registry.acme.io/**"]}; without a default it must
   * be set by the caller.
   */
  record Parameter(
      @Nullable Doc doc, Name name, TypeName type, @Nullable Expr defaultValue, Span span)
      implements Declaration {}

  /** {@code let trusted = registries}. */
  record Let(@Nullable Doc doc, Name name, Expr value, Span span) implements Declaration {}

  /** {@code define internal for container = image from any of trusted}. */
  record Definition(@Nullable Doc doc, Name name, Subject subject, Expr value, Span span)
      implements Declaration {}

  /** {@code list of string}, {@code quantity}. */
  record TypeName(boolean list, Name name, Span span) {}

  /**
   * What a rule or a definition speaks of: {@code container except ephemeral in Deployment,
   * CronJob}.
   *
   * @param names {@code container}, {@code pod} or kinds; empty means {@code any resource}
   * @param except the container lists that are left out
   * @param in the kinds that it is narrowed to; empty means all
   */
  record Subject(List<Name> names, List<Name> except, List<Name> in, Span span) {
    public Subject {
      names = List.copyOf(names);
      except = List.copyOf(except);
      in = List.copyOf(in);
    }

    public boolean anyResource() {
      return names.isEmpty();
    }
  }
}
