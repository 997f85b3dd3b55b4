package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Resolver.Resolved;
import dev.bylaw.engine.check.Resolver.ResolvedRule;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedTest;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the rules, waivers and tests of the resolved files against the schema. */
final class Checker {
  private final Context context;
  private final Memory memory;
  private final List<CheckedWaiver> waivers = new ArrayList<>();
  private final List<CheckedTest> tests = new ArrayList<>();

  private Checker(Schema schema, Memory memory, Steps steps) {
    this.context = new Context(schema, new Diagnostics(steps), memory.accesses(), steps);
    this.memory = memory;
  }

  /**
   * @param readable whether every file could be parsed; if not, what looks unused may be used where
   *     it could not be read
   * @param memory of earlier checks
   * @param steps what the check may take
   */
  static Staged<CheckedPolicy> check(
      Resolved resolved, boolean readable, Schema schema, Memory memory, Steps steps) {
    memory.begin(resolved, schema);
    Checker checker = new Checker(schema, memory, steps);
    List<CheckedRule> rules = checker.rules(resolved);
    checker.exceptionsAndTests(resolved);
    checker.givenParameters(resolved);
    resolved.selected().forEach(checker::refuseHiding);
    Shadowing shadowing = new Shadowing(checker.context.diagnostics());
    resolved.selected().forEach(shadowing::refuse);
    Diagnostics diagnostics = checker.context.diagnostics();
    if (diagnostics.count() == 0) {
      DuplicateRules.refuse(rules, diagnostics);
    }
    // A rule that did not get through may be the one that uses a word.
    if (readable && diagnostics.count() == 0) {
      resolved.selected().forEach(pack -> UnusedNames.refuse(pack, diagnostics));
    }
    if (readable && diagnostics.count() == 0) {
      SubsumedRules.warn(rules, checker.memory, diagnostics);
    }
    return new Staged<>(
        new CheckedPolicy(rules, checker.context.accesses().all(), checker.waivers, checker.tests),
        diagnostics.all());
  }

  /** A field and a word of one name would mean one thing here and another in the next pack. */
  private void refuseHiding(Pack pack) {
    Paths paths = new Paths(context);
    Scope everywhere = Scope.of(pack, Subjects.every(Level.CONTAINER));
    pack.words.forEach((word, declaration) -> {
      Level level = paths.levelOf(word, everywhere);
      if (level != null) {
        context
            .diagnostics()
            .error(
                CheckCode.HIDES_FIELD,
                Resolver.nameOf(declaration).span(),
                "`" + word + "` is a name of every " + Paths.rootName(level) + " already",
                "give this word another name");
      }
    });
  }

  private List<CheckedRule> rules(Resolved resolved) {
    RuleChecker checker = new RuleChecker(context);
    return memory.rules(resolved, context, checker::check);
  }

  /** A value that cannot be taken is told even where no rule of the run reads it. */
  private void givenParameters(Resolved resolved) {
    Values values =
        new Values(context, new Paths(context), new Words(context, new Subjects(context)));
    Parameters parameters = new Parameters(context);
    for (Pack pack : resolved.packs()) {
      pack.given.forEach((name, given) -> {
        Declaration.Parameter parameter = pack.parameter(name);
        if (parameter != null) {
          parameters.value(parameter, pack, given.place(), values);
        }
      });
    }
  }

  private void exceptionsAndTests(Resolved resolved) {
    Set<String> ids = resolved.rules().stream().map(ResolvedRule::id).collect(Collectors.toSet());
    RuleNames names = new RuleNames(context, ids);
    WaiverChecker waiverChecker = new WaiverChecker(context, names);
    TestChecker testChecker = new TestChecker(context, names);
    for (Pack pack : resolved.selected()) {
      for (PolicyFile file : pack.files) {
        for (Declaration declaration : file.declarations()) {
          switch (declaration) {
            case Waiver waiver -> addIfGood(waiverChecker.check(waiver, pack), waivers);
            case RuleTest test -> addIfGood(testChecker.check(test, pack), tests);
            case Rule _, Declaration.Let _, Declaration.Parameter _, Declaration.Definition _ -> {}
          }
        }
      }
    }
  }

  private static <T> void addIfGood(@Nullable T checked, List<T> all) {
    if (checked != null) {
      all.add(checked);
    }
  }
}
