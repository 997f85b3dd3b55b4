package dev.bylaw.engine.fix;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixed.Withheld;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Mends what rules find in a file, as far as they say how.
 *
 * <p>It works in rounds. In each, the edits that do not touch one another are made in all documents
 * at once, and the file is read and judged again. A document in which that does not end as declared
 * gets its old text back, and from then on one edit at a time, so that the one at fault is found.
 * An edit that does not stand the test alone is withheld, with the reason.
 */
public final class Fixer {
  private final Function<Manifest, List<Finding>> judge;
  private final Steps steps;
  private final ManifestReader reader = new ManifestReader(Limits.DEFAULT);

  /**
   * @param judge what is found in a document, with exceptions applied
   */
  public Fixer(Function<Manifest, List<Finding>> judge) {
    this(judge, Steps.unlimited());
  }

  /**
   * @param judge what is found in a document, with exceptions applied
   * @param steps what mending may take beside the judge, who counts his own
   */
  public Fixer(Function<Manifest, List<Finding>> judge, Steps steps) {
    this.judge = judge;
    this.steps = steps;
  }

  /**
   * Mends a file.
   *
   * @param name of the file
   * @param text all of it, without a byte order mark
   */
  public Fixed fix(String name, String text) {
    return new Run(name, text, null).all();
  }

  /**
   * Says which findings of a document {@link #fix} can mend, found out on its data alone, once one
   * is asked for: a report says so of each finding, and reading the text anew for that would cost
   * more than the check.
   *
   * @param found what was found in the document: the very findings that will be asked for
   */
  public Predicate<Finding> mendable(Manifest manifest, List<Finding> found) {
    return new Trial(manifest, found, judge, steps);
  }

  /** Mends one finding of a document; the text is that of the document. */
  public Fixed fix(Finding finding, Manifest manifest) {
    Source source = manifest.source();
    return finding.changes().isEmpty()
        ? new Fixed(source.text(), List.of(), List.of())
        : fix(
            source.name(),
            source.text(),
            one -> one.ruleId().equals(finding.ruleId()) && one.path().equals(finding.path()));
  }

  /** Mends the first finding of a file that is so, if there is one, and no other. */
  public Fixed fix(String name, String text, Predicate<Finding> only) {
    return new Run(name, text, only).all();
  }

  /**
   * What is withheld.
   *
   * @param after how many findings were mended before
   */
  private record Kept(Withheld withheld, int after) {}

  /** The mending of one file. */
  private final class Run {
    private final String name;
    private final @Nullable Predicate<Finding> only;
    private final Map<String, Kept> withheld = new LinkedHashMap<>();
    private final Set<Integer> oneByOne = new LinkedHashSet<>();
    private final List<Finding> mended = new ArrayList<>();
    private String text;

    Run(String name, String text, @Nullable Predicate<Finding> only) {
      this.name = name;
      this.text = text;
      this.only = only;
    }

    Fixed all() {
      List<Document> documents = read(text);
      while (true) {
        Map<Integer, Chosen> chosen = choose(documents);
        if (chosen.isEmpty() && !takeAnotherLook()) {
          return done();
        }
        documents = round(documents, chosen);
        if (only != null) {
          return done();
        }
      }
    }

    private Fixed done() {
      return new Fixed(text, mended, withheld.values().stream().map(Kept::withheld).toList());
    }

    /** What could not stand before other findings were mended may do so after. */
    private boolean takeAnotherLook() {
      return only == null && withheld.values().removeIf(kept -> kept.after() < mended.size());
    }

    /** Gives the documents after the round. */
    private List<Document> round(List<Document> before, Map<Integer, Chosen> chosen) {
      List<Document> after = read(edited(before, chosen));
      Map<Integer, Chosen> standing = new LinkedHashMap<>();
      chosen.forEach((index, edits) -> {
        String fault =
            after.size() != before.size()
                ? "the file would not be read as before"
                : Verification.fault(before.get(index), after.get(index), edits.findings());
        if (fault == null) {
          standing.put(index, edits);
        } else if (edits.findings().size() == 1
            && (chosen.size() == 1 || after.size() == before.size())) {
          Finding finding = edits.findings().getFirst();
          withhold(index, finding, fault);
        } else {
          oneByOne.add(index);
        }
      });
      standing.values().forEach(edits -> mended.addAll(edits.findings()));
      if (standing.size() == chosen.size()) {
        text = edited(before, chosen);
        return after;
      }
      text = edited(before, standing);
      return read(text);
    }

    private String edited(List<Document> documents, Map<Integer, Chosen> chosen) {
      List<TextEdit> edits = new ArrayList<>();
      chosen.forEach((index, one) ->
          one.edits().forEach(edit -> edits.add(edit.shifted(documents.get(index).start()))));
      return TextEdit.apply(text, edits);
    }

    /** For each document the findings that can be mended beside each other. */
    private Map<Integer, Chosen> choose(List<Document> documents) {
      Map<Integer, Chosen> chosen = new LinkedHashMap<>();
      for (int i = 0; i < documents.size(); i++) {
        Chosen edits = choose(i, documents.get(i));
        if (!edits.findings().isEmpty()) {
          chosen.put(i, edits);
          if (oneByOne.contains(i)) {
            // Alone in the file, so that no other document can be at fault.
            return Map.of(i, edits);
          }
        }
      }
      return chosen;
    }

    private Chosen choose(int index, Document document) {
      Chosen chosen = new Chosen(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
      for (Finding finding : document.mendable()) {
        if (withheld.containsKey(key(index, finding)) || (only != null && !only.test(finding))) {
          continue;
        }
        try {
          chosen.add(finding, new Edits(document.manifest()));
        } catch (Refusal refusal) {
          withhold(index, finding, refusal.reason());
        }
        boolean enough = oneByOne.contains(index) || only != null;
        if (enough && !chosen.findings().isEmpty()) {
          break;
        }
      }
      return chosen;
    }

    private void withhold(int index, Finding finding, String reason) {
      withheld.put(key(index, finding), new Kept(new Withheld(finding, reason), mended.size()));
    }

    /** Two documents may hold the same object, and then their findings have equal fingerprints. */
    private static String key(int index, Finding finding) {
      return index + " " + finding.fingerprint();
    }

    private List<Document> read(String file) {
      List<Document> documents = new ArrayList<>();
      steps.takeToRead(file);
      Source whole = new Source(name, file);
      for (Manifest manifest : reader.read(name, file)) {
        int start = whole.offset(new Position(manifest.source().firstLine(), 1));
        // The reader drops a byte order mark before a document.
        while (file.startsWith("\ufeff", start) && !manifest.source().text().startsWith("\ufeff")) {
          start++;
        }
        if (!file.startsWith(manifest.source().text(), start)) {
          throw new IllegalStateException("a document of " + name + " is not where it was read");
        }
        documents.add(new Document(manifest, start, judge.apply(manifest)));
      }
      return documents;
    }
  }

  /**
   * Edits of one document that can be made at once.
   *
   * @param holders the paths of the lists and maps that they change: one edit each, because a
   *     second would have to know of the first
   */
  private record Chosen(List<Finding> findings, List<TextEdit> edits, Set<String> holders) {
    void add(Finding finding, Edits texts) {
      List<TextEdit> made = new ArrayList<>();
      Set<String> holding = new LinkedHashSet<>();
      for (Change change : finding.changes()) {
        made.addAll(texts.of(change, finding.resource()));
        holding.add(Edits.holder(change));
      }
      boolean free =
          holding.stream().noneMatch(holders::contains)
              && made.stream().noneMatch(edit -> edits.stream().anyMatch(edit::touches));
      if (free) {
        findings.add(finding);
        edits.addAll(made);
        holders.addAll(holding);
      }
    }
  }
}
