package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.explain.Reason;
import dev.bylaw.engine.explain.Reason.Cause;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.SubjectText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a rule has nothing to look at. */
final class Reasons {
  private Reasons() {}

  /** The rule names kinds, and the object is of none of them. */
  static Reason otherKind(CheckedRule rule, Resource resource) {
    List<String> kinds = rule.subject().kinds();
    String named = "the rule is for " + SubjectText.listed(kinds) + ", and ";
    return kinds.contains(resource.kind())
        ? new Reason(
            Cause.UNKNOWN_KIND,
            named + "the " + resource.kind() + " of `" + resource.apiVersion() + "` is another")
        : new Reason(Cause.OTHER_KIND, named + "this is " + withArticle(resource.kind()));
  }

  /**
   * The object has no subject of the rule.
   *
   * @param podSpecs where its kind has Pod specs; null for a kind that the schema does not know
   * @param pod whether a Pod spec was met
   */
  static Reason noSubject(
      CheckedRule rule, Resource resource, @Nullable List<List<String>> podSpecs, boolean pod) {
    Subject subject = rule.subject();
    String what = subject.level() == Level.POD ? "Pod" : "containers";
    if (podSpecs == null && !pod) {
      return new Reason(
          Cause.NO_POD,
          "nothing in this `"
              + resource.apiVersion()
              + " "
              + resource.kind()
              + "` looks like a Pod");
    }
    if (podSpecs != null && podSpecs.isEmpty()) {
      return new Reason(Cause.NO_POD, withArticle(resource.kind()) + " has no " + what);
    }
    return pod
        ? new Reason(Cause.NO_CONTAINERS, "its Pod has no containers")
        : new Reason(Cause.NO_POD_WRITTEN, "no Pod is written in this " + resource.kind());
  }

  /** The container stands in a list that the rule does not look at. */
  static Reason leftOut(CheckedRule rule, ContainerList list) {
    List<String> covered = rule.subject().containers().stream().map(ContainerList::word).toList();
    return new Reason(
        Cause.LIST_LEFT_OUT,
        "it is "
            + withArticle(list.word())
            + " container, and the rule is for "
            + SubjectText.listed(covered)
            + " ones");
  }

  private static String withArticle(String noun) {
    boolean vowel = !noun.isEmpty() && "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + noun;
  }
}
