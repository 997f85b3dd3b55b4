package dev.bylaw.engine.policy;

import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that holds or does not. Every comparison with an absent scalar does not hold; an
 * absent list or map is an empty one.
 */
public sealed interface Condition {
  /** Where the rule writes it. */
  Span span();

  /** What has no condition in it. */
  sealed interface Leaf extends Condition {}

  record Constant(boolean value, Span span) implements Leaf {}

  /**
   * A part that depends on parameters, such as {@code spec.replicas >= min}: it holds what they are
   * set to. Whoever reasons about a rule must not rely on their values, for somebody else may set
   * others.
   *
   * @param parameters each by its pack and its name, {@code acme/base.min}, in order
   */
  record Parametric(List<String> parameters, Condition condition) implements Condition {
    public Parametric {
      parameters = List.copyOf(parameters);
    }

    @Override
    public Span span() {
      return condition.span();
    }
  }

  record And(List<Condition> operands, Span span) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }
  }

  record Or(List<Condition> operands, Span span) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Not(Condition operand, Span span) implements Condition {}

  /** A boolean value, used as a condition; absent is false. */
  record Holds(Value value, Span span) implements Leaf {}

  /** One of {@code == != < <= > >=} between two values of types that compare. */
  record Compare(Value left, Operator operator, Value right, Comparison comparison, Span span)
      implements Leaf {}

  /** As what two values are compared. */
  enum Comparison {
    BOOLEAN,
    NUMBER,
    QUANTITY,
    TEXT,
    /** A number with a number, a text with a text; never equal otherwise. */
    INT_OR_STRING,
    /**
     * The order of what may be a number or a text: a text, such as the name of a port, has none,
     * and nothing holds of it.
     */
    NUMBER_IF_CERTAIN,
    /** The same, but a text may stand for any number, so that everything holds of it. */
    NUMBER_IF_POSSIBLE,
    IMAGE,
    /** Hosts of registries: capital letters make no difference. */
    HOST,
    /** Lengths of time, of which a number is one in seconds. */
    DURATION,
    /** Networks and addresses: to be equal is to have the same addresses, to be in is to lie in. */
    NETWORK,
    DATE,
    /** Of a pack, such as v1.30. */
    VERSION
  }

  /**
   * {@code x is absent}; its opposite is a {@link Not} around it. Null counts as absent, an empty
   * list or map is present.
   */
  record Absent(Value value, Span span) implements Leaf {}

  /**
   * {@code x in list}, for anything but capabilities. Of networks it is enough to lie in one of the
   * list, and a network that stands alone is a list of one.
   */
  record In(Value value, Value list, Comparison comparison, Span span) implements Leaf {}

  /**
   * {@code list contains any of items} and its like, for anything but capabilities.
   *
   * @param operator one of the {@code CONTAINS} operators; plain {@code CONTAINS} is {@code
   *     CONTAINS_ANY_OF} with one item
   */
  record Contains(Value list, Operator operator, Value items, Comparison comparison, Span span)
      implements Leaf {}

  /** {@code add contains any of [SYS_ADMIN]}: a list of capability names against capabilities. */
  record ContainsCapability(Value list, Operator operator, CapabilitySet items, Span span)
      implements Leaf {}

  /**
   * {@code add contains any of drop}: two lists of capability names of the manifest. Each name on
   * the right stands for what a rule would mean by it, if its list is read as the list is read
   * everywhere; one that means nothing is passed over.
   */
  record SharesCapability(Value list, Operator operator, Value items, Span span) implements Leaf {}

  /**
   * {@code c is known}: Linux has a capability of this name, in whatever spelling, or it is ALL; or
   * with {@code known} false the opposite. What is no text is neither.
   */
  record KnownCapability(Value value, boolean known, Span span) implements Leaf {}

  /**
   * A capability name of a manifest is one of these.
   *
   * @param certain whether every supported runtime has to read the name so, or just one of them:
   *     whichever is the dangerous reading where it stands
   */
  record IsCapability(Value value, CapabilitySet items, boolean certain, Span span)
      implements Leaf {}

  /**
   * {@code x like "glob"}: {@code *} stands for any characters, the rest for itself, from the start
   * to the end.
   */
  record Like(Value value, String glob, Span span) implements Leaf {}

  /** {@code x matches /re/}: RE2 syntax, from the start to the end. */
  record Matches(Value value, String pattern, Span span) implements Leaf {}

  /**
   * {@code path under "/etc"}: the path of a file is one of the roots, or lies below one.
   *
   * @param roots a text or a list of texts
   */
  record Under(Value path, Value roots, Span span) implements Leaf {}

  /**
   * {@code image from "ghcr.io/acme/**"}: the normalised reference lies under one of the patterns,
   * whole path segments.
   */
  record From(Value image, Value patterns, Span span) implements Leaf {}

  /**
   * {@code any v in list where C: D}, {@code any key, value in map where C: D}, {@code any i, v in
   * list where C: D}.
   *
   * @param variable the index that {@link Access.Root.Variable} names, and {@link Access.Root.Key}
   *     too
   * @param key the name of the variable for the key of an entry or the position in a list; null if
   *     nobody asks for the position
   * @param name the name of the variable for an item, or for the value of an entry
   */
  record Quantified(
      Quantifier quantifier,
      int variable,
      @Nullable String key,
      String name,
      Value list,
      @Nullable Condition where,
      Condition condition,
      Span span)
      implements Condition {}

  /**
   * {@code exists KIND v where C}: some object of the input has the kind, and the condition holds
   * for it. {@code exists pod v where C}: the same of the Pods and Pod templates of the input.
   *
   * @param kinds none for Pods and templates, whatever kind they are in
   */
  record Exists(List<String> kinds, int variable, String name, @Nullable Condition where, Span span)
      implements Condition {
    /** Whether Pods and Pod templates are looked for. */
    public boolean isOfPods() {
      return kinds.isEmpty();
    }
  }

  /**
   * {@code selector selects podTemplate}: a label selector against the labels of an object or
   * template, or of the one that a Pod spec stands in.
   */
  record Selects(Value selector, Value labelled, Span span) implements Leaf {}
}
