package dev.bylaw.cli.baseline;

import dev.bylaw.cli.Session;
import dev.bylaw.cli.input.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run has looked at: only of that it can say that a finding is no longer there. A file that
 * does not exist any more counts as looked at.
 */
public final class Scope {
  private static final String MANIFEST = "manifest/";

  private final BaselineFile baseline;
  private final Set<String> rules;
  private final Set<Path> files = new HashSet<>();
  private boolean standardInput;

  /**
   * The scope of a run.
   *
   * @param rules the ids of its rules
   */
  public Scope(BaselineFile baseline, Set<String> rules, List<Input> inputs, Session session) {
    this.baseline = baseline;
    this.rules = rules;
    for (Input input : inputs) {
      switch (input) {
        case Input.File file ->
            files.add(session.resolve(file.name()).toAbsolutePath().normalize());
        case Input.StandardInput _ -> standardInput = true;
        case Input.Hole _ -> {}
      }
    }
  }

  /** Those entries that the run would have met if they still held. */
  public List<Entry> gone(Baseline known) {
    return known.all().stream().filter(e -> !known.isMet(e) && covers(e)).toList();
  }

  private boolean covers(Entry entry) {
    boolean asked = rules.contains(entry.rule()) || entry.rule().startsWith(MANIFEST);
    if (!asked || entry.file().equals("-")) {
      return asked && standardInput;
    }
    Path place = baseline.placeOf(entry);
    return files.contains(place) || !Files.exists(place);
  }
}
