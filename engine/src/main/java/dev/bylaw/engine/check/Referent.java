package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name in a rule file stands for. Two names mean the same if their keys are equal. */
public sealed interface Referent {
  /** Equal for all names of one thing. */
  Object key();

  /** Where it is defined in a rule file; null for what Kubernetes or the language defines. */
  @Nullable Span definition();

  /**
   * A field of the Kubernetes API, or a part of an image.
   *
   * @param owner the type that has it; null for a part of an image and a key of a map
   * @param path the steps from the root of the path to it, as they are written
   * @param required whether every object that has the owner has it
   */
  record Field(@Nullable ObjectType owner, String name, Type type, boolean required, String path)
      implements Referent {
    @Override
    public Object key() {
      return owner == null ? List.of(path) : List.of(owner.name(), name);
    }

    @Override
    public @Nullable Span definition() {
      return null;
    }
  }

  /** A short word of the standard vocabulary, such as {@code add}, and the path it stands for. */
  record ShortWord(Level level, String word, String path, Type type) implements Referent {
    @Override
    public Object key() {
      return List.of(level, word);
    }

    @Override
    public @Nullable Span definition() {
      return null;
    }
  }

  /** {@code container}, {@code pod} or {@code resource}, in a path or after {@code for}. */
  record Root(Level level) implements Referent {
    @Override
    public Object key() {
      return level;
    }

    @Override
    public @Nullable Span definition() {
      return null;
    }
  }

  /** A {@code let}, {@code define} or {@code param}. */
  record Word(String pack, Declaration declaration) implements Referent {
    @Override
    public Object key() {
      return definition();
    }

    @Override
    public Span definition() {
      return Resolver.nameOf(declaration).span();
    }
  }

  /** A variable of a quantifier or of {@code exists}; {@code name} is where it is introduced. */
  record Variable(Name name, @Nullable Type type) implements Referent {
    @Override
    public Object key() {
      return name.span();
    }

    @Override
    public Span definition() {
      return name.span();
    }
  }

  /** A kind of Kubernetes objects. */
  record Kind(String name) implements Referent {
    @Override
    public Object key() {
      return name;
    }

    @Override
    public @Nullable Span definition() {
      return null;
    }
  }

  /** A rule, by its id; {@code rule} is null where there is none of that id. */
  record RuleId(String id, @Nullable Rule rule) implements Referent {
    @Override
    public Object key() {
      return "rule " + id;
    }

    @Override
    public @Nullable Span definition() {
      if (rule == null) {
        return null;
      }
      return rule.name() == null ? rule.keyword() : rule.name().span();
    }
  }

  /** A pack; {@code place} is its declaration or the start of its first file. */
  record PackId(String name, @Nullable Span place) implements Referent {
    @Override
    public Object key() {
      return "pack " + name;
    }

    @Override
    public @Nullable Span definition() {
      return place;
    }
  }

  /** A value that the API or the language lists: an enum value, a capability, a truth value. */
  record Listed(String text, Type type) implements Referent {
    @Override
    public Object key() {
      return List.of("value", text);
    }

    @Override
    public @Nullable Span definition() {
      return null;
    }
  }
}
