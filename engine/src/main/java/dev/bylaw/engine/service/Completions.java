package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Inspection;
import dev.bylaw.engine.check.Offer;
import dev.bylaw.engine.check.Referent;
import dev.bylaw.engine.service.Completion.Kind;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may stand at one place of a rule file. In the place of the word that is being written a name
 * is put that means nothing, so that the text around it can be read whatever that word is so far.
 */
final class Completions {
  private static final String STAND_IN = "cursor";

  /** Clauses and declarations in which a text is compared with a manifest's. */
  private static final Set<String> COMPARING =
      Set.of("deny", "require", "when", "let", "define", "param");

  private final Workspace workspace;
  private final Source file;
  private final Span word;
  private final Source probe;
  private final List<Completion> all = new ArrayList<>();

  Completions(Workspace workspace, Source file, int offset) {
    this.workspace = workspace;
    this.file = file;
    this.word = wordAt(file, offset);
    String before = file.text().substring(0, word.start());
    String after = file.text().substring(word.end());
    // In a message the placeholder is closed, as its author will.
    boolean closes = isInString(file, offset) && !after.startsWith("}") && !after.startsWith(".");
    this.probe = new Source(file.name(), before + STAND_IN + (closes ? "}" : "") + after);
  }

  /** The name or keyword that is written around a place, or nothing at the place itself. */
  private static Span wordAt(Source file, int offset) {
    for (Lexeme lexeme : Lexer.lex(file)) {
      Span span = lexeme.span();
      boolean word = lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.KEYWORD;
      if (word && span.start() <= offset && offset <= span.end()) {
        return span;
      }
    }
    int start = offset;
    while (start > 0 && isNamePart(file.text().charAt(start - 1)) && isInString(file, offset)) {
      start--;
    }
    return new Span(file, start, offset);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Inside of a string, where no words are read. */
  private static boolean isInString(Source file, int offset) {
    return CursorPlace.at(file, offset) == CursorPlace.STRING;
  }

  List<Completion> all() {
    switch (CursorPlace.at(probe, word.start())) {
      case DECLARATION -> keywords(Keywords.DECLARATIONS);
      case CLAUSE -> {
        keywords(Keywords.CLAUSES);
        keywords(Keywords.CONNECTIVES);
      }
      case TEST_CLAUSE -> keywords(Keywords.TEST_CLAUSES);
      case WAIVER_CLAUSE -> {
        keywords(Keywords.WAIVER_CLAUSES);
        keywords(Keywords.DECLARATIONS);
      }
      case SEVERITY -> keywords(Keywords.SEVERITIES);
      case SUBJECT -> {
        keywords(Keywords.SUBJECTS);
        kinds();
      }
      case KIND -> kinds();
      case EXISTING_KIND -> {
        add("pod", Kind.KEYWORD, "the Pods of every workload");
        kinds();
      }
      case NARROWING -> keywords(Keywords.NARROWING);
      case CONTAINER_LIST -> keywords(Keywords.CONTAINER_LISTS);
      case PACK -> packs();
      case INCLUDED, RULE_ID -> rules();
      case OUTCOME -> keywords(Keywords.OUTCOMES);
      case TYPE -> keywords(Keywords.TYPES);
      case FIX -> keywords(Keywords.FIXES);
      case OPERATOR -> operators();
      case NAME -> {
        names();
        if (!isAfterDot()) {
          keywords(Keywords.OPENINGS);
        }
      }
      case STRING -> {
        names();
        values();
      }
      case WAIVED_OBJECT -> waivedObjects();
      case WAIVED_CONTAINER ->
          words(new ManifestWords(workspace).containers(), word, "a container in ");
      case AFTER_WAIVED_OBJECT -> {
        add("container", Kind.KEYWORD, "one container of it alone");
        keywords(Keywords.WAIVER_CLAUSES);
      }
      case NOTHING -> {}
    }
    return all;
  }

  private boolean isAfterDot() {
    return word.start() > 0 && file.text().charAt(word.start() - 1) == '.';
  }

  private void keywords(Map<String, String> words) {
    words.forEach((text, detail) -> add(text, Kind.KEYWORD, detail));
  }

  private void operators() {
    Keywords.OPERATORS.forEach((text, detail) -> add(text, Kind.OPERATOR, detail));
    keywords(Keywords.AFTER_VALUES);
  }

  private void kinds() {
    for (String kind : workspace.schema().kindNames()) {
      offer(new Offer(kind, new Referent.Kind(kind)));
    }
  }

  /** What the manifests have where the condition looks, as a text. */
  private void values() {
    List<Lexeme> clause = CursorPlace.clause(file, word.start());
    if (clause.isEmpty() || !COMPARING.contains(clause.getFirst().text())) {
      return;
    }
    Lexeme text = clause.getLast();
    boolean ends = text.kind() == Lexeme.Kind.STRING;
    Span inside = new Span(file, text.span().start() + 1, text.span().end() - (ends ? 1 : 0));
    ManifestWords manifests = new ManifestWords(workspace);
    for (int i = clause.size() - 2; i >= 0; i--) {
      Map<String, String> known = manifests.valuesOf(clause.get(i).text());
      if (!known.isEmpty()) {
        words(known, inside, "in ");
        return;
      }
    }
  }

  private void waivedObjects() {
    List<Lexeme> clause = CursorPlace.clause(probe, word.start());
    Span object = new Span(file, objectStart(), word.end());
    words(new ManifestWords(workspace).objects(clause.get(1).text()), object, "in ");
  }

  /** The namespace that is written already is part of the object. */
  private int objectStart() {
    int start = word.start();
    while (start > 0 && !Character.isWhitespace(file.text().charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private void words(Map<String, String> words, Span place, String where) {
    words.forEach((text, from) ->
        all.add(new Completion(text, Kind.VALUE, where + from, null, Edit.of(place, text))));
  }

  private void rules() {
    Span id = id();
    for (Offer rule : workspace.inspection().rules()) {
      all.add(completion(rule, id));
    }
  }

  private void packs() {
    Span id = id();
    for (String pack : workspace.library().keySet()) {
      all.add(new Completion(pack, Kind.PACK, "a standard pack", null, Edit.of(id, pack)));
    }
    for (Source source : workspace.ruleFiles()) {
      PolicyFile tree = workspace.parse(source).result();
      if (source != file && tree.pack() != null) {
        String pack = tree.pack().name().text();
        if (all.stream().noneMatch(known -> known.label().equals(pack))) {
          all.add(new Completion(pack, Kind.PACK, source.name(), null, Edit.of(id, pack)));
        }
      }
    }
  }

  /** The words with slashes between them that the word is part of. */
  private Span id() {
    String text = file.text();
    int start = word.start();
    while (start > 0 && isIdPart(text.charAt(start - 1))) {
      start--;
    }
    int end = word.end();
    while (end < text.length() && isIdPart(text.charAt(end))) {
      end++;
    }
    return new Span(file, start, end);
  }

  private static boolean isIdPart(char c) {
    return isNamePart(c) || c == '-' || c == '/';
  }

  private void names() {
    Staged<PolicyFile> tree = Parser.parse(probe);
    Inspection inspection = workspace.inspectionWith(probe, tree);
    inspection.offers(tree.result(), word.start()).forEach(this::offer);
  }

  private void offer(Offer offer) {
    all.add(completion(offer, word));
  }

  private Completion completion(Offer offer, Span place) {
    var descriptions = new Descriptions(workspace.schema());
    Referent referent = offer.referent();
    return new Completion(
        offer.name(),
        kind(referent),
        descriptions.detail(referent),
        descriptions.documentation(referent),
        Edit.of(place, offer.name()));
  }

  private void add(String text, Kind kind, String detail) {
    all.add(new Completion(text, kind, detail, null, Edit.of(word, text)));
  }

  private static Kind kind(Referent referent) {
    return switch (referent) {
      case Referent.Field _, Referent.ShortWord _ -> Kind.FIELD;
      case Referent.Root _ -> Kind.KEYWORD;
      case Referent.Word _ -> Kind.WORD;
      case Referent.Variable _ -> Kind.VARIABLE;
      case Referent.Kind _ -> Kind.KIND;
      case Referent.RuleId _ -> Kind.RULE;
      case Referent.PackId _ -> Kind.PACK;
      case Referent.Listed _ -> Kind.VALUE;
    };
  }
}
