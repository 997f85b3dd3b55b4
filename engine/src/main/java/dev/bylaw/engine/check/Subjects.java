package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code for} clause. */
final class Subjects {
  static final List<ContainerList> EVERY_LIST = Arrays.asList(ContainerList.values());

  private final Context context;

  Subjects(Context context) {
    this.context = context;
  }

  /** Every container, every Pod spec or every object. */
  static Subject every(Level level) {
    return new Subject(level, level == Level.CONTAINER ? EVERY_LIST : List.of(), List.of());
  }

  /** The subject that a clause means, or null after saying what is wrong with it. */
  @Nullable Subject subject(Declaration.Subject clause) {
    int before = context.diagnostics().count();
    Level level = levelOf(clause);
    List<ContainerList> lists = level == Level.CONTAINER ? lists(clause) : List.of();
    if (level != Level.CONTAINER && !clause.except().isEmpty()) {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_CONTAINER_LIST,
              clause.except().getFirst().span(),
              "only containers come in lists that can be left out",
              "write `for container except …`");
    }
    List<String> kinds = level == Level.RESOURCE ? kinds(clause.names()) : kinds(clause.in());
    if (level == Level.RESOURCE) {
      for (Name name : clause.in()) {
        context
            .diagnostics()
            .error(
                CheckCode.NO_SUCH_SUBJECT,
                name.span(),
                "`in` narrows containers and Pods to kinds",
                "name the kinds after `for`");
      }
    } else {
      clause.in().forEach(this::hasPods);
    }
    return context.diagnostics().count() == before ? new Subject(level, lists, kinds) : null;
  }

  static Level levelOf(Declaration.Subject clause) {
    if (clause.names().size() != 1) {
      return Level.RESOURCE;
    }
    return switch (clause.names().getFirst().text()) {
      case "container" -> Level.CONTAINER;
      case "pod" -> Level.POD;
      default -> Level.RESOURCE;
    };
  }

  private List<ContainerList> lists(Declaration.Subject clause) {
    List<ContainerList> lists = new ArrayList<>(EVERY_LIST);
    for (Name name : clause.except()) {
      boolean known = false;
      for (ContainerList list : ContainerList.values()) {
        if (list.word().equals(name.text())) {
          lists.remove(list);
          known = true;
        }
      }
      if (!known) {
        String near =
            Suggestion.of(name.text(), EVERY_LIST.stream().map(ContainerList::word).toList());
        context
            .diagnostics()
            .error(
                CheckCode.UNKNOWN_CONTAINER_LIST,
                name.span(),
                "unknown list of containers `" + name.text() + "`",
                near == null
                    ? "containers are init, regular or ephemeral"
                    : "did you mean `" + near + "`?");
      }
    }
    if (lists.isEmpty()) {
      context
          .diagnostics()
          .error(
              CheckCode.NEVER_FIRES,
              clause.span(),
              "leaves out every container, so this rule can never fire",
              "keep at least one of init, regular and ephemeral");
    }
    return lists;
  }

  private List<String> kinds(List<Name> names) {
    List<String> kinds = new ArrayList<>();
    for (Name name : names) {
      if (known(name)) {
        kinds.add(name.text());
      }
    }
    return kinds;
  }

  /** Whether a kind of this name exists; says so if not. */
  boolean known(Name name) {
    if (!context.schema().kindsNamed(name.text()).isEmpty()) {
      return true;
    }
    List<String> candidates = new ArrayList<>(context.schema().kindNames());
    candidates.add("container");
    candidates.add("pod");
    String near = Suggestion.of(name.text(), candidates);
    dev.bylaw.grammar.Diagnostic diagnostic =
        dev.bylaw.grammar.Diagnostic.of(
            CheckCode.UNKNOWN_KIND,
            name.span(),
            "unknown kind `" + name.text() + "`",
            near == null
                ? "a custom kind is known once its definition is: `--crd FILE`, or among the input"
                : "did you mean `" + near + "`?");
    context
        .diagnostics()
        .add(near == null ? diagnostic : Paths.replace(diagnostic, name.span(), near));
    return false;
  }

  private void hasPods(Name name) {
    List<ResourceKind> kinds = context.schema().kindsNamed(name.text());
    if (!kinds.isEmpty() && kinds.stream().noneMatch(ResourceKind::mayHavePods)) {
      context
          .diagnostics()
          .error(
              CheckCode.NO_SUCH_SUBJECT,
              name.span(),
              Kinds.withArticle(name.text()) + " has no containers",
              "name kinds that carry a Pod spec, such as Deployment or CronJob");
    }
  }
}
