package dev.bylaw.cli.report;

import dev.bylaw.engine.policy.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first texts of each severity, as many as anybody would show; the others are not kept. */
final class MostSevere {
  private final int limit;
  private final Map<Severity, List<String>> texts = new EnumMap<>(Severity.class);

  MostSevere(int limit) {
    this.limit = limit;
  }

  void add(Severity severity, String text) {
    List<String> same = texts.computeIfAbsent(severity, _ -> new ArrayList<>());
    if (same.size() < limit) {
      same.add(text);
    }
  }

  /** Those of these severities, in the order in which these are given, up to the limit. */
  List<String> of(Severity... severities) {
    List<String> all = new ArrayList<>();
    for (Severity severity : severities) {
      all.addAll(texts.getOrDefault(severity, List.of()));
    }
    return all.subList(0, Math.min(limit, all.size()));
  }
}
