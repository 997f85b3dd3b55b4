package dev.bylaw.cli;

import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exceptions that stand in comments of the manifests of a run. */
final class CommentWaivers {
  private final Locks locks;
  private final Session session;
  private final Map<CheckedWaiver, Boolean> all = new LinkedHashMap<>();
  private @Nullable Terms terms;

  /** By what the options and the configuration lock. */
  CommentWaivers(CheckOptions options, Session session) {
    this.locks = options.locks();
    this.session = session;
  }

  /**
   * Says which rules there are.
   *
   * @param judged those of the given rules that are judged by
   * @param packs the names of the standard packs, given or not
   */
  void among(Staged<CheckedPolicy> given, CheckedPolicy judged, Supplier<List<String>> packs) {
    Set<String> known = ids(given.result());
    if (!given.hasErrors()) {
      locks.require(List.copyOf(known));
    }
    Set<String> here = new LinkedHashSet<>();
    known.forEach(id -> here.add(id.substring(0, Math.max(0, id.lastIndexOf('/')))));
    terms =
        new Terms(
            known,
            ids(judged),
            pack -> !here.contains(pack) && packs.get().contains(pack),
            locks,
            session.today().get());
  }

  private static Set<String> ids(CheckedPolicy policy) {
    return policy.rules().stream()
        .map(CheckedRule::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Those of one document. */
  LineWaivers of(Manifest manifest) {
    if (terms == null) {
      throw new IllegalStateException("a manifest before the rules");
    }
    return LineWaivers.of(manifest, terms);
  }

  /** Keeps those of a document that was judged, and gives what is to be said of them. */
  List<Diagnostic> judged(LineWaivers here) {
    here.all().forEach(waiver -> all.put(waiver, here.isUsed(waiver)));
    return here.remarks();
  }

  /** Every one that was read. */
  List<CheckedWaiver> all() {
    return new ArrayList<>(all.keySet());
  }

  /** Whether a finding needed it, expired or not. */
  boolean isUsed(CheckedWaiver waiver) {
    return all.getOrDefault(waiver, false);
  }
}
