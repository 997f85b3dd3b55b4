package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Occurrences;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Across;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Mends one manifest as {@code bylaw fix} does, and holds that against all of them. */
final class Mender {
  private static final String MARK = "\ufeff";

  private final boolean looksAcross;
  private final List<Manifest> manifests;
  private final Inventory inventory;
  private final BiFunction<Inventory, Manifest, Evaluation> judge;
  private final Fixer fixer;

  /**
   * A mender of what these files hold.
   *
   * @param looksAcross whether a rule looks at other objects than its own
   * @param inventory of all the files
   * @param judge what is found in a document among all objects, with exceptions applied
   * @param steps what mending may take beside the judge, who counts his own
   */
  Mender(
      boolean looksAcross,
      List<List<Manifest>> files,
      Inventory inventory,
      BiFunction<Inventory, Manifest, Evaluation> judge,
      Steps steps) {
    this.looksAcross = looksAcross;
    this.manifests = files.stream().flatMap(List::stream).toList();
    this.inventory = inventory;
    this.judge = judge;
    this.fixer = new Fixer(manifest -> judge.apply(inventory, manifest).findings(), steps);
  }

  /** Which findings of a document can be mended. */
  Predicate<Finding> mendable(Manifest manifest, List<Finding> found) {
    return fixer.mendable(manifest, found);
  }

  /**
   * Mends a file, without its byte order mark; where a document cannot be read nothing is touched.
   *
   * @param only the fingerprint of the one finding to mend, or null for all
   */
  Fixed fix(Source file, @Nullable String only) {
    String text = file.text().startsWith(MARK) ? file.text().substring(1) : file.text();
    if (manifests.stream().anyMatch(one -> isOf(file, one) && isUnreadable(one))) {
      return new Fixed(text, List.of(), untouched(file));
    }
    Fixed fixed =
        only == null
            ? fixer.fix(file.name(), text)
            : fixer.fix(file.name(), text, named(only, file));
    String broken = fixed.text().equals(text) ? null : brokenBy(file.name(), fixed.text());
    return broken == null ? fixed : fixed.undone(text, broken);
  }

  private static boolean isOf(Source file, Manifest manifest) {
    return manifest.source().name().equals(file.name());
  }

  private static boolean isUnreadable(Manifest manifest) {
    return manifest.status() == Manifest.Status.UNREADABLE;
  }

  private List<Fixed.Withheld> untouched(Source file) {
    return manifests.stream()
        .filter(manifest -> isOf(file, manifest))
        .flatMap(manifest -> judge.apply(inventory, manifest).findings().stream())
        .filter(finding -> !finding.changes().isEmpty())
        .filter(finding -> finding.outcome() == Finding.Outcome.VIOLATED)
        .map(finding -> new Fixed.Withheld(finding, "a document of its file cannot be read"))
        .toList();
  }

  /** Fingerprints tell the findings of a run apart; in a file, rule and place do. */
  private Predicate<Finding> named(String fingerprint, Source file) {
    Occurrences numbers = new Occurrences();
    return manifests.stream()
        .flatMap(one -> numbers.apply(judge.apply(inventory, one)).findings().stream())
        .filter(finding -> finding.fingerprint().equals(fingerprint))
        .filter(finding -> finding.span().source().name().equals(file.name()))
        .findFirst()
        .<Predicate<Finding>>map(finding -> other -> isSame(finding, other))
        .orElse(_ -> false);
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.ruleId().equals(other.ruleId())
        && one.path().equals(other.path())
        && one.span().from().equals(other.span().from());
  }

  /** What rules would find in any file that they do not find now, if this were the text of one. */
  private @Nullable String brokenBy(String file, String text) {
    if (!looksAcross) {
      return null;
    }
    List<Manifest> after = new ArrayList<>(Workbench.read(new Source(file, text)));
    manifests.stream().filter(one -> !one.source().name().equals(file)).forEach(after::add);
    return new Across(found(manifests)).news(found(after));
  }

  private List<Finding> found(List<Manifest> all) {
    Inventory among = new Inventory();
    all.forEach(among::add);
    return all.stream().flatMap(one -> judge.apply(among, one).findings().stream()).toList();
  }
}
