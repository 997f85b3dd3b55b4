package dev.bylaw.engine.service;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What judges manifests: the rules of the files, if they compile, and those of packs. */
final class Judge {
  private final Workspace workspace;
  private final CheckedPolicy policy;
  private final Plan plan;
  private final Terms terms;

  private Judge(
      Workspace workspace, CheckedPolicy given, CheckedPolicy policy, Judgement judgement) {
    this.workspace = workspace;
    this.policy = policy;
    this.plan =
        Planner.plan(policy, workspace.schema(), judgement.runtimes()).within(workspace.steps());
    Set<String> known = ids(given);
    Set<String> elsewhere =
        workspace.library().keySet().stream()
            .map(pack -> pack.startsWith("std/") ? pack.substring(4) : pack)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    known.forEach(id -> elsewhere.remove(id.substring(0, Math.max(0, id.lastIndexOf('/')))));
    this.terms =
        new Terms(
            known, ids(policy), elsewhere::contains, judgement.locked(), judgement.today().get());
  }

  /** Rules that do not compile are left out: what can be judged without them is. */
  static Judge of(Workspace workspace, Judgement judgement) {
    List<Source> all = new ArrayList<>();
    if (!workspace.compiled().hasErrors()) {
      workspace.ruleFiles().stream()
          .filter(file -> judgement.isActive().test(file.name()))
          .forEach(all::add);
    }
    all.addAll(judgement.packs());
    Staged<CheckedPolicy> given = workspace.compile(all, judgement.lenient());
    if (given.hasErrors()) {
      given = workspace.compile(judgement.packs(), judgement.lenient());
    }
    CheckedPolicy none = new CheckedPolicy(List.of(), List.of());
    CheckedPolicy rules = given.hasErrors() ? none : given.result();
    CheckedPolicy selected = rules.rules().isEmpty() ? rules : judgement.selection().apply(rules);
    return new Judge(workspace, rules, selected, judgement);
  }

  private static Set<String> ids(CheckedPolicy policy) {
    return policy.rules().stream()
        .map(CheckedRule::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  boolean looksAcross() {
    return plan.needsInventory();
  }

  boolean isLocked(String rule) {
    return terms.locked().test(rule);
  }

  /**
   * What is found in a document.
   *
   * @param remarks what is to be said of the waivers in its comments
   */
  record Verdict(List<Finding> findings, List<Diagnostic> remarks) {}

  /** Looks at one file; rules across objects see those of all manifests that are there. */
  final class Sitting {
    private final Inventory inventory = new Inventory();

    /** A sitting about a file. */
    Sitting(Source file) {
      if (plan.needsInventory()) {
        for (Source other : workspace.manifests()) {
          workspace.read(other).forEach(inventory::add);
        }
        if (!workspace.isOwn(file.name())) {
          workspace.read(file).forEach(inventory::add);
        }
      }
    }

    Verdict of(Manifest manifest) {
      LineWaivers comments = LineWaivers.of(manifest, terms);
      List<Finding> findings = List.of();
      if (!policy.rules().isEmpty() && manifest.status() == Manifest.Status.KUBERNETES) {
        Evaluation found = new Evaluator(plan, inventory).evaluate(manifest);
        Waivers waivers = new Waivers(plan, terms.today());
        findings = comments.apply(waivers.apply(found)).findings();
      }
      return new Verdict(findings, policy.rules().isEmpty() ? List.of() : comments.remarks());
    }

    Fixer fixer() {
      return new Fixer(manifest -> of(manifest).findings(), workspace.steps());
    }
  }
}
