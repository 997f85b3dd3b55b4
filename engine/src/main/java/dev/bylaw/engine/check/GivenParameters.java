package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands the values that come from outside to the packs: those of single parameters, and the
 * versions that {@code @} asks for.
 */
final class GivenParameters {
  /** The parameter that {@code @} sets. */
  static final String VERSION = "version";

  private final Map<String, Pack> packs;
  private final Diagnostics diagnostics;

  private GivenParameters(Map<String, Pack> packs, Diagnostics diagnostics) {
    this.packs = packs;
    this.diagnostics = diagnostics;
  }

  /**
   * @param packs all packs of the run, by their names
   * @param selected those whose rules were asked for
   */
  static void set(
      Settings settings, Map<String, Pack> packs, Set<Pack> selected, Diagnostics diagnostics) {
    GivenParameters given = new GivenParameters(packs, diagnostics);
    settings.parameters().forEach(given::parameter);
    for (Settings.PackVersion version : settings.versions()) {
      Pack pack = packs.get(version.pack());
      if (pack != null) {
        given.version(pack, version.version(), version.place());
      }
    }
    for (Pack pack : packs.values()) {
      pack.uses.forEach((use, target) -> given.version(use.version(), target));
      pack.includes.forEach((include, target) -> given.version(include.version(), target.pack()));
    }
  }

  private void parameter(Settings.Parameter setting) {
    Pack pack = packs.get(setting.pack());
    if (pack == null) {
      pack = packs.get(Resolver.unprefixed(setting.pack()));
    }
    if (pack == null && setting.optional()) {
      return;
    }
    if (pack == null) {
      List<String> names =
          packs.values().stream().filter(GivenParameters::isOpen).map(p -> p.name).toList();
      unknown(
          setting.place(),
          "no pack of this run is called `" + setting.pack() + "`",
          setting.pack(),
          names,
          "." + setting.name(),
          names.isEmpty()
              ? "no pack of this run has a parameter"
              : "packs with parameters are " + String.join(", ", names));
    } else if (pack.parameter(setting.name()) == null) {
      List<String> names = parameters(pack);
      unknown(
          setting.place(),
          "the pack `" + pack.name + "` has no parameter `" + setting.name() + "`",
          setting.name(),
          names,
          "",
          names.isEmpty()
              ? "take it away: the pack has no parameters"
              : "it has " + String.join(", ", names));
    } else {
      give(pack, setting.name(), setting.value(), setting.place());
    }
  }

  private static boolean isOpen(Pack pack) {
    return !parameters(pack).isEmpty();
  }

  private static List<String> parameters(Pack pack) {
    return pack.words.values().stream()
        .filter(Declaration.Parameter.class::isInstance)
        .map(word -> Resolver.nameOf(word).text())
        .toList();
  }

  private void unknown(
      Span place, String message, String name, List<String> known, String rest, String otherwise) {
    String near = Suggestion.of(name, known);
    diagnostics.error(
        CheckCode.UNKNOWN_PARAMETER,
        place,
        message,
        near == null ? otherwise : "did you mean `" + near + rest + "`?");
  }

  private void give(Pack pack, String name, Node value, Span place) {
    Pack.Given first = pack.given.putIfAbsent(name, new Pack.Given(value, place));
    if (first != null && !isSame(first.value(), value)) {
      diagnostics.add(
          Diagnostic.of(
                  CheckCode.BAD_SETTING,
                  place,
                  "`" + pack.name + "." + name + "` is set already, to something else",
                  "set it once")
              .related(first.place(), "first set here"));
    }
  }

  private static boolean isSame(Node one, Node other) {
    return one instanceof Node.Text a
        && other instanceof Node.Text b
        && a.value().equals(b.value());
  }

  private void version(
      PolicyFile.@org.jspecify.annotations.Nullable PackVersion version, Pack pack) {
    if (version != null) {
      version(pack, version.text(), version.span());
    }
  }

  /** Sets the version of a pack and of all that it includes, as far as they have versions. */
  private void version(Pack pack, String version, Span place) {
    List<Pack> versioned =
        withIncluded(pack).stream().filter(p -> p.parameter(VERSION) != null).toList();
    if (versioned.isEmpty()) {
      diagnostics.error(
          CheckCode.UNKNOWN_VERSION,
          place,
          "the pack `" + pack.name + "` has no versions",
          "take `@"
              + version
              + "` away; a pack with versions declares `param version: version = …`");
    }
    versioned.forEach(p -> give(p, VERSION, new Node.Text(version, place), place));
  }

  /** But for those that are included in a version of their own. */
  private static Set<Pack> withIncluded(Pack pack) {
    Set<Pack> all = new LinkedHashSet<>(List.of(pack));
    List<Pack> queue = new ArrayList<>(all);
    for (int i = 0; i < queue.size(); i++) {
      queue
          .get(i)
          .includes
          .forEach((include, target) -> {
            if (include.version() == null && all.add(target.pack())) {
              queue.add(target.pack());
            }
          });
    }
    return all;
  }
}
