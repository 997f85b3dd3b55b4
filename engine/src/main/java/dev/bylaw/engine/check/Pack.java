package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that share a pack's name, and the words they define together: a {@code let}, {@code
 * define} or {@code param} of one file is known in all.
 *
 * <p>Filled by the {@link Resolver} and by {@link GivenParameters}; {@link #used} is written while
 * rules are checked, so that what nobody used can be told afterwards.
 */
final class Pack {
  final String name;
  final List<PolicyFile> files = new ArrayList<>();
  final Map<String, Declaration> words = new LinkedHashMap<>();
  final Map<PolicyFile.Use, Pack> uses = new LinkedHashMap<>();
  final Map<PolicyFile.Include, Included> includes = new LinkedHashMap<>();

  /** Values from outside, by the name of the parameter. */
  final Map<String, Given> given = new LinkedHashMap<>();

  /** Words that rules ask for, and that this pack knows; see {@link Memory}. */
  final Set<String> asked = new LinkedHashSet<>();

  final Set<Declaration> used = new LinkedHashSet<>();
  final Set<PolicyFile.Use> usedUses = new LinkedHashSet<>();

  /** Words that rules ask for, and that two of the used packs define. */
  final Map<String, Uses> ambiguous = new LinkedHashMap<>();

  Pack(String name) {
    this.name = name;
  }

  /**
   * What an {@code include} means.
   *
   * @param rule the only rule that it brings, or null for all of the pack
   */
  record Included(Pack pack, @Nullable Name rule) {}

  /** Two lines that bring in packs; the first wins. */
  record Uses(PolicyFile.Use first, PolicyFile.Use other) {}

  /** A value for a parameter. {@code place} says where it was named. */
  record Given(Node value, Span place) {}

  /** A word and the pack that defines it: names inside its definition are those of its home. */
  record Word(Declaration declaration, Pack home) {}

  /** A word of this pack, or else of a pack that it uses. */
  @Nullable Word word(String word) {
    Declaration own = words.get(word);
    if (own != null) {
      asked.add(word);
      used.add(own);
      return new Word(own, this);
    }
    PolicyFile.Use first = null;
    Word found = null;
    for (Map.Entry<PolicyFile.Use, Pack> use : uses.entrySet()) {
      Declaration other = use.getValue().words.get(word);
      if (other != null && first == null) {
        asked.add(word);
        first = use.getKey();
        found = new Word(other, use.getValue());
        usedUses.add(first);
        use.getValue().used.add(other);
      } else if (other != null
          && first != null
          && found != null
          && !found.declaration().equals(other)) {
        ambiguous.putIfAbsent(word, new Uses(first, use.getKey()));
      }
    }
    return found;
  }

  List<String> knownWords() {
    List<String> known = new ArrayList<>(words.keySet());
    uses.values().forEach(pack -> known.addAll(pack.words.keySet()));
    return known;
  }

  Declaration.@Nullable Parameter parameter(String name) {
    return words.get(name) instanceof Declaration.Parameter parameter ? parameter : null;
  }
}
