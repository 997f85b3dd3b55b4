package dev.bylaw.engine.check;

import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the checker knows of the names in rule files, for editors: what each stands for, and which
 * might stand at a place. It reads broken files as far as they can be read, and says nothing of
 * what is wrong with them: that is the {@link Compiler}'s to tell.
 */
public final class Inspection {
  private final Schema schema;
  private final List<Pack> packs;
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private Inspection(Schema schema, List<Pack> packs) {
    this.schema = schema;
    this.packs = packs;
    for (Pack pack : packs) {
      for (PolicyFile file : pack.files) {
        for (Rule rule : Resolver.rulesOf(file)) {
          rules.putIfAbsent(Resolver.idOf(rule, pack), rule);
        }
      }
    }
  }

  /**
   * Resolves the files, and the packs of the library that they name.
   *
   * @param parser reads a file; it may remember what it has read before
   */
  public static Inspection of(
      List<Source> files,
      Map<String, List<Source>> library,
      Schema schema,
      Function<Source, Staged<PolicyFile>> parser) {
    List<PolicyFile> parsed = files.stream().map(file -> parser.apply(file).result()).toList();
    Map<String, List<PolicyFile>> used = Compiler.used(parsed, library, new ArrayList<>(), parser);
    Resolver.Resolved resolved =
        Resolver.resolve(parsed, used, library.keySet(), Settings.NONE).result();
    return new Inspection(schema, resolved.packs());
  }

  public Schema schema() {
    return schema;
  }

  /** The ids of all rules of the files and of the packs that they name, in their order. */
  public List<Offer> rules() {
    List<Offer> offers = new ArrayList<>();
    rules.forEach((id, rule) -> offers.add(new Offer(id, new Referent.RuleId(id, rule))));
    return offers;
  }

  /** Every name of a file that stands for something, in the order of the text. */
  public List<Mention> mentions(PolicyFile file) {
    Pack pack = packOf(file);
    return pack == null ? List.of() : new Mentions(this, schema, pack, -1).of(file);
  }

  /**
   * The names that might stand where the word at an offset stands: fields after a dot, all that is
   * in scope elsewhere in an expression. Empty where no expression is there.
   */
  public List<Offer> offers(PolicyFile file, int offset) {
    Pack pack = packOf(file);
    if (pack == null) {
      return List.of();
    }
    Mentions mentions = new Mentions(this, schema, pack, offset);
    mentions.of(file);
    return mentions.offers();
  }

  /** Whether a rule without {@code for} is for every container, Pod or object; null if unclear. */
  public Referent.@Nullable Root inferred(PolicyFile file, Rule rule) {
    Pack pack = packOf(file);
    var level = pack == null ? null : new Mentions(this, schema, pack, -1).inferred(rule);
    return level == null ? null : new Referent.Root(level);
  }

  private @Nullable Pack packOf(PolicyFile file) {
    for (Pack pack : packs) {
      if (pack.files.stream().anyMatch(other -> other.source() == file.source())) {
        return pack;
      }
    }
    return null;
  }

  /** A rule by the id that stands in a test, a waiver or an {@code include} of a pack. */
  Referent.RuleId rule(PackName name, Pack pack) {
    String written = Resolver.unprefixed(name.text());
    String own = pack.name + "/" + written;
    String id = rules.containsKey(written) || !rules.containsKey(own) ? written : own;
    return new Referent.RuleId(id, rules.get(id));
  }

  Referent.PackId pack(String name) {
    String own = Resolver.unprefixed(name);
    for (Pack pack : packs) {
      if (pack.name.equals(own) && !pack.files.isEmpty()) {
        PolicyFile first = pack.files.getFirst();
        Span place =
            first.pack() == null ? new Span(first.source(), 0, 0) : first.pack().name().span();
        return new Referent.PackId(own, place);
      }
    }
    return new Referent.PackId(own, null);
  }

  /** A variable and what it goes through. */
  static Referent.Variable variable(Name name, @Nullable Type type) {
    return new Referent.Variable(name, type);
  }
}
