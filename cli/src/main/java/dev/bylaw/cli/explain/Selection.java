package dev.bylaw.cli.explain;

import dev.bylaw.cli.Pipeline;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A standard pack that takes its rules from others.
 *
 * @param name of the pack
 * @param prose what the pack is for
 * @param groups the rules that one reason brings in
 */
record Selection(String name, String prose, List<Group> groups) {

  /**
   * Rules with one reason.
   *
   * @param reason empty where the pack gives none
   * @param rules their ids
   */
  record Group(String reason, List<String> rules) {}

  static Selection of(String name, Pipeline standard) {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    Doc prose = null;
    for (Source source : standard.pack(name)) {
      PolicyFile file = Parser.parse(source).result();
      prose = file.pack() == null ? prose : file.pack().doc();
      for (PolicyFile.Include include : file.includes()) {
        Set<String> group = groups.computeIfAbsent(text(include.doc()), _ -> new LinkedHashSet<>());
        for (String rule : rules(include.name(), standard)) {
          if (include.except().stream().noneMatch(left -> isNamed(rule, left.text()))) {
            group.add(rule);
          }
        }
      }
    }
    List<Group> all = new ArrayList<>();
    groups.forEach((reason, rules) -> all.add(new Group(reason, List.copyOf(rules))));
    return new Selection(name, text(prose), all);
  }

  /** By its own name, or by its id. */
  private static boolean isNamed(String rule, String name) {
    return rule.equals(name) || rule.endsWith("/" + name);
  }

  private static String text(@Nullable Doc doc) {
    return doc == null ? "" : doc.text();
  }

  /** A name stands for a pack, or for a rule behind the name of its pack. */
  private static List<String> rules(PackName name, Pipeline standard) {
    String id = name.text().substring("std/".length());
    return standard.packs().contains(id) ? ids(id, standard) : List.of(id);
  }

  private static List<String> ids(String pack, Pipeline standard) {
    CheckedPolicy compiled = standard.compiled(pack);
    CheckedPolicy policy =
        compiled == null ? standard.compile(standard.pack(pack), Settings.NONE).result() : compiled;
    return policy.rules().stream().map(CheckedRule::id).toList();
  }
}
