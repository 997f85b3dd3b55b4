package dev.bylaw.engine.fix;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Mends the data of one document, not its text, to say which findings can be mended.
 *
 * <p>All fixes that can be written into the text are carried out together, as far as they do not
 * contradict each other, and the result is judged once. Only where that ends badly is each tried
 * alone, to find those that are not at fault.
 */
final class Trial implements Predicate<Finding> {
  /** What it takes to hold one finding's changes against another's, or against a value. */
  private static final int STEPS = 8;

  private final Manifest manifest;
  private final List<Finding> found;
  private final Function<Manifest, List<Finding>> judge;
  private final Steps steps;
  private @Nullable List<Finding> judged;
  private @Nullable Set<Finding> mendable;

  Trial(
      Manifest manifest,
      List<Finding> found,
      Function<Manifest, List<Finding>> judge,
      Steps steps) {
    this.manifest = manifest;
    this.found = found;
    this.judge = judge;
    this.steps = steps;
  }

  /** Tried once, and only if somebody asks. */
  @Override
  public boolean test(Finding finding) {
    Set<Finding> known = mendable;
    if (known == null) {
      known = tried();
      mendable = known;
    }
    return known.contains(finding);
  }

  /** By identity: two findings may be alike in all that a finding says. */
  private Set<Finding> tried() {
    Set<Finding> standing = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Finding> writable = writable();
    steps.take((long) writable.size() * writable.size() * STEPS);
    for (List<Finding> group : groups(writable)) {
      if (stands(group)) {
        standing.addAll(group);
      } else if (group.size() > 1) {
        group.stream().filter(finding -> stands(List.of(finding))).forEach(standing::add);
      }
    }
    return standing;
  }

  private List<Finding> writable() {
    List<Finding> fixable =
        found.stream()
            .filter(finding -> finding.outcome() == Outcome.VIOLATED)
            .filter(finding -> !finding.changes().isEmpty())
            .toList();
    if (fixable.isEmpty()) {
      return List.of();
    }
    List<Finding> writable = new ArrayList<>();
    try {
      Edits edits = new Edits(manifest);
      fixable.stream().filter(finding -> isWritable(finding, edits)).forEach(writable::add);
    } catch (Refusal refusal) {
      return List.of();
    }
    return writable;
  }

  private static boolean isWritable(Finding finding, Edits edits) {
    try {
      for (Change change : finding.changes()) {
        edits.of(change, finding.resource());
      }
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  /** Each finding in the first group with whose fixes its own can be carried out. */
  private static List<List<Finding>> groups(List<Finding> findings) {
    List<List<Finding>> groups = new ArrayList<>();
    for (Finding finding : findings) {
      List<Finding> place = null;
      for (List<Finding> group : groups) {
        if (place == null && group.stream().noneMatch(other -> contradict(finding, other))) {
          place = group;
        }
      }
      if (place == null) {
        place = new ArrayList<>();
        groups.add(place);
      }
      place.add(finding);
    }
    return groups;
  }

  private static boolean contradict(Finding a, Finding b) {
    return a.changes().stream()
        .anyMatch(
            one -> b.changes().stream().anyMatch(two -> undoes(one, two) || undoes(two, one)));
  }

  /** Whether a change takes away what another one leaves, or something around it. */
  private static boolean undoes(Change change, Change other) {
    String path = change.path();
    return !(change instanceof Change.Add)
        && !change.equals(other)
        && other.path().startsWith(path)
        && (other.path().length() == path.length()
            || ".[".indexOf(other.path().charAt(path.length())) >= 0);
  }

  private boolean stands(List<Finding> mended) {
    List<Finding> after;
    try {
      after = judge.apply(mended(mended));
    } catch (Refusal refusal) {
      return false;
    }
    // What was found may have looked at other objects, which the document alone has not: only then
    // it has to be judged alone for the comparison.
    return Verification.findings(found, after, mended) == null
        || Verification.findings(judgedAlone(), after, mended) == null;
  }

  private List<Finding> judgedAlone() {
    List<Finding> known = judged;
    if (known == null) {
      known = judge.apply(manifest);
      judged = known;
    }
    return known;
  }

  private Manifest mended(List<Finding> findings) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : manifest.resources()) {
      if (!(DataChange.all(resource, findings) instanceof Node.Mapping root)) {
        throw new IllegalStateException("a change has replaced a whole object");
      }
      resources.add(
          new Resource(
              resource.pathPrefix(),
              resource.apiVersion(),
              resource.kind(),
              resource.namespace(),
              resource.name(),
              root));
    }
    return new Manifest(
        manifest.source(),
        manifest.status(),
        resources,
        manifest.diagnostics(),
        manifest.comments());
  }
}
