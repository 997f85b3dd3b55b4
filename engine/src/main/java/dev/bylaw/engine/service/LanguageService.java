package dev.bylaw.engine.service;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.check.Mention;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.format.Formatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers what an editor asks, about files that it hands over as they are in its memory. Rule files
 * are those named {@code *.bylaw}, all others are manifests. All rule files belong together, as if
 * they were given to one run.
 *
 * <p>Texts may be broken in any way: every answer is as good as what can be read. Nothing throws
 * but {@link Steps.UsedUp}, where {@link #limit} was asked for. Places count lines and columns from
 * 1, columns in UTF-16 units. Not for several threads at once.
 */
public final class LanguageService {
  private final Workspace workspace;

  /**
   * @param library the standard packs by the name that rules give them, for example {@code
   *     std/images}
   */
  public LanguageService(Schema schema, Map<String, List<Source>> library) {
    this.workspace = new Workspace(schema, library);
  }

  /** Says which packs of the library judge manifests beside the rules of the files. */
  public void activate(List<String> packs) {
    workspace.judge(workspace.judgement().by(workspace.sources(packs)));
  }

  /** Says by what manifests are judged. */
  public void judge(Judgement by) {
    workspace.judge(by);
  }

  /**
   * Says what the answers from now on may take together; without it there is no limit. After a
   * {@link Steps.UsedUp} the next question can be asked as if nothing had been.
   */
  public void limit(Steps steps) {
    workspace.limit(steps);
  }

  /** The standard packs by the name that rules give them. */
  public Map<String, List<Source>> library() {
    return workspace.library();
  }

  /**
   * Whether the rule files have no error: with one, manifests are judged by standard packs only.
   */
  public boolean compiles() {
    return !workspace.compiled().hasErrors();
  }

  /** Whether a rule looks at other objects than its own, so that all manifests should be known. */
  public boolean looksAcross() {
    return workspace.judge().looksAcross();
  }

  /** A file with this text is there from now on, or has this text from now on. */
  public void put(String name, String text) {
    workspace.put(new Source(name, text));
  }

  public void remove(String name) {
    workspace.remove(name);
  }

  /** The text of a file, of the library as well, or null if there is none of that name. */
  public @Nullable String text(String name) {
    Source file = workspace.file(name);
    return file == null ? null : file.text();
  }

  /** What is wrong with a rule file, or what the rules find in a manifest; in order. */
  public List<Problem> problems(String name) {
    return new Problems(workspace).of(name);
  }

  /** What may stand at a place. The editor narrows them by what is written there already. */
  public List<Completion> complete(String name, Position at) {
    Source file = workspace.file(name);
    return file == null || !Workspace.isRules(name)
        ? List.of()
        : new Completions(workspace, file, file.offset(at)).all();
  }

  /** What is known of the name at a place, or what a word of the language means; or null. */
  public @Nullable Hover hover(String name, Position at) {
    Mention mention = names().at(name, at);
    if (mention != null) {
      return new Descriptions(workspace.schema()).hover(mention);
    }
    Source file = rules(name);
    return file == null ? null : KeywordHelp.at(file, at);
  }

  /** Where the word at a place is defined, in the library as well; null for what Kubernetes has. */
  public @Nullable Range definition(String name, Position at) {
    Mention mention = names().at(name, at);
    Span definition = mention == null ? null : mention.referent().definition();
    return definition == null ? null : Range.of(definition);
  }

  /** All places of the workspace that mean what the word at a place means, that one included. */
  public List<Range> references(String name, Position at) {
    Mention mention = names().at(name, at);
    return mention == null
        ? List.of()
        : names().references(mention).stream().map(Range::of).toList();
  }

  /** The name at a place that can be renamed, or null if there is none. */
  public @Nullable Range renamable(String name, Position at) {
    return new Renames(workspace, names()).renamable(name, at);
  }

  /** Gives another name to what the word at a place means, wherever it is mentioned. */
  public Renaming rename(String name, Position at, String newName) {
    return new Renames(workspace, names()).rename(name, at, newName);
  }

  /** The edit that gives a rule file its canonical layout; none if it has it, or does not parse. */
  public List<Edit> format(String name) {
    Source file = workspace.file(name);
    if (file == null || !Workspace.isRules(name)) {
      return List.of();
    }
    Staged<String> formatted = Formatter.format(file);
    return formatted.hasErrors() || formatted.result().equals(file.text())
        ? List.of()
        : List.of(Edit.of(new Span(file, 0, file.text().length()), formatted.result()));
  }

  /** What can be done about the problems between two places. */
  public List<Action> actions(String name, Position from, Position until) {
    return new Actions(workspace).of(name, from, until);
  }

  /** The edits that mend in a manifest all that rules say how to mend, as far as they hold. */
  public List<Edit> fixAll(String name) {
    return new ManifestActions(workspace).fixAll(name);
  }

  /** The declarations of a rule file, in order. */
  public List<Symbol> symbols(String name) {
    Source file = rules(name);
    return file == null ? List.of() : Symbols.of(workspace.parse(file).result());
  }

  /** What can be folded in a rule file, in order. */
  public List<Range> folds(String name) {
    Source file = rules(name);
    return file == null ? List.of() : Folds.of(file);
  }

  /** The words of a rule file and what each is, in order. */
  public List<Coloured> colours(String name) {
    Source file = rules(name);
    return file == null ? List.of() : Colours.of(file, names().of(file));
  }

  /** What a reader cannot see in the text: the subject that is inferred. */
  public List<Hint> hints(String name) {
    Source file = rules(name);
    return file == null ? List.of() : Hints.of(workspace, file);
  }

  private @Nullable Source rules(String name) {
    return Workspace.isRules(name) ? workspace.file(name) : null;
  }

  private Names names() {
    return new Names(workspace);
  }
}
