package dev.bylaw.engine.service;

import dev.bylaw.engine.check.Referent;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import java.util.ArrayList;
import java.util.List;

/** Shows what rules without {@code for} are for. */
final class Hints {
  private Hints() {}

  static List<Hint> of(Workspace workspace, Source source) {
    PolicyFile file = workspace.parse(source).result();
    List<Hint> hints = new ArrayList<>();
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof Rule rule && rule.subject() == null) {
        Referent.Root subject = workspace.inspection().inferred(file, rule);
        if (subject != null) {
          Span place = rule.name() == null ? rule.span() : rule.keyword();
          hints.add(new Hint(place.from(), "for " + words(subject.level())));
        }
      }
    }
    return hints;
  }

  private static String words(Subject.Level level) {
    return switch (level) {
      case CONTAINER -> "container";
      case POD -> "pod";
      case RESOURCE -> "any resource";
    };
  }
}
