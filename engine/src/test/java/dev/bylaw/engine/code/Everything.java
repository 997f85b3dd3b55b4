package dev.bylaw.engine.code;

import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.CheckedRule.Message;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.NamedType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.math.BigDecimal;
import java.util.List;

/** A policy with one of everything, among them what no rule file can say today. */
final class Everything {
  private static final Source FILE = new Source("a/b.bylaw", "pack a\n\ndeny x\n  and y\n");
  private static final Span CLAUSE = new Span(FILE, 8, 22);

  private Everything() {}

  static CheckedPolicy policy() {
    return new CheckedPolicy(List.of(rule("a/deny", null), rule("a/when", all())), paths());
  }

  private static List<Access> paths() {
    Type object = new NamedType("SecurityContext");
    return List.of(
        new Access(0, new Root.Resource(), List.of(), new Type.MapType(Type.Scalar.STRING), true),
        new Access(1, new Root.Pod(), List.of(), object, false),
        new Access(2, new Root.PodTemplate(), List.of(), object, false),
        new Access(3, new Root.Variable(2, "v"), List.of(), Type.Scalar.ANY, false),
        new Access(
            4,
            new Root.Container(),
            List.of(
                new Step.Field("strange \"key\"\\", new Type.ListType(object), true),
                new Step.Item(3, Type.Scalar.IMAGE),
                new Step.ImagePart(Access.Part.TAG)),
            Type.Scalar.STRING,
            false),
        new Access(
            5, new Root.Container(), List.of(), new Type.QuantityType(Type.Dimension.BYTES), false),
        new Access(6, new Root.Container(), List.of(), new Type.EnumType(List.of("A", "B")), false),
        new Access(
            7,
            new Root.Key(1, "k"),
            List.of(
                new Step.ComputedKey(
                    List.of(
                        new Access.KeyPart.Literal("a/\""),
                        new Access.KeyPart.Path(
                            new Access(8, new Root.Pod(), List.of(), Type.Scalar.STRING, true))),
                    Type.Scalar.STRING)),
            Type.Scalar.STRING,
            false),
        new Access(8, new Root.Pod(), List.of(), Type.Scalar.STRING, true));
  }

  private static Value.Read read(int slot) {
    return new Value.Read(paths().get(slot), CLAUSE);
  }

  private static Condition all() {
    Value text = constant(new Node.Text("tab\t, “quoted”, \u0001\ud83d\ude00\n", CLAUSE));
    Value number = constant(new Node.Numeral(Decimal.of(new BigDecimal("1E+3")), CLAUSE));
    Value list =
        constant(
            new Node.Sequence(List.of(new Node.Bool(true, CLAUSE), new Node.Null(CLAUSE)), CLAUSE));
    Condition constant = new Condition.Constant(true, CLAUSE);
    CapabilitySet capabilities = CapabilitySet.of(List.of("ALL", "CHOWN"));
    return new Condition.And(
        List.of(
            constant,
            new Condition.Or(List.of(constant, constant), CLAUSE),
            new Condition.Not(constant, CLAUSE),
            new Condition.Parametric(List.of("a.min", "b/c.d"), constant),
            new Condition.Holds(read(0), CLAUSE),
            new Condition.Compare(text, Operator.LESS, number, Comparison.QUANTITY, CLAUSE),
            new Condition.Absent(new Value.Default(read(1), list, CLAUSE), CLAUSE),
            new Condition.In(text, list, Comparison.TEXT, CLAUSE),
            new Condition.Contains(
                list, Operator.CONTAINS_ONLY, text, Comparison.INT_OR_STRING, CLAUSE),
            new Condition.ContainsCapability(
                read(2), Operator.CONTAINS_ANY_OF, capabilities, CLAUSE),
            new Condition.IsCapability(read(3), capabilities, true, CLAUSE),
            new Condition.Like(read(4), "a*", CLAUSE),
            new Condition.Matches(read(4), "\\d+", CLAUSE),
            new Condition.From(read(4), text, CLAUSE),
            new Condition.Under(read(4), list, CLAUSE),
            new Condition.SharesCapability(read(2), Operator.CONTAINS_ONLY, read(2), CLAUSE),
            new Condition.KnownCapability(read(3), true, CLAUSE),
            new Condition.Absent(new Value.SchemaProblems(CLAUSE), CLAUSE),
            new Condition.ContainsCapability(
                new Value.EffectiveCapabilities(read(0), read(1), read(2), read(3), CLAUSE),
                Operator.CONTAINS_ALL_OF,
                capabilities,
                CLAUSE),
            new Condition.Holds(
                new Value.Part(read(1), read(2), new Value.Count(read(3), CLAUSE), CLAUSE), CLAUSE),
            new Condition.Quantified(
                Quantifier.NO, 0, null, "q", read(5), constant, constant, CLAUSE),
            new Condition.Quantified(Quantifier.ALL, 1, "k", "r", read(7), null, constant, CLAUSE),
            new Condition.Exists(List.of("Service"), 2, "s", null, CLAUSE),
            new Condition.Exists(List.of(), 2, "p", null, CLAUSE),
            new Condition.Selects(
                new Value.Count(read(6), CLAUSE),
                new Value.Items(
                    List.of(new Value.Truth(constant, CLAUSE)),
                    new Type.ListType(Type.Scalar.BOOLEAN),
                    CLAUSE),
                CLAUSE)),
        CLAUSE);
  }

  private static Value constant(Node node) {
    return new Value.Constant(node, Type.Scalar.ANY, CLAUSE);
  }

  private static CheckedRule rule(String id, @org.jspecify.annotations.Nullable Condition when) {
    return new CheckedRule(
        id,
        "A \"title\"",
        Severity.CRITICAL,
        "left out",
        new Subject(
            Subject.Level.CONTAINER, List.of(Subject.ContainerList.INIT), List.of("Pod", "Job")),
        when,
        when == null ? Verdict.DENY : Verdict.REQUIRE,
        new Condition.Holds(read(0), CLAUSE),
        when == null
            ? null
            : new Message(
                List.of(
                    new Message.Part.Literal("is "),
                    new Message.Part.Placeholder(read(4)),
                    new Message.Part.Matched())),
        List.of(
            new CheckedFix.Remove(true, read(0)),
            new CheckedFix.Add("ALL", read(0)),
            new CheckedFix.Set("false", read(0))),
        List.of("https://example.com"),
        List.of(),
        CLAUSE);
  }
}
