package dev.bylaw.engine.cases;

import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.CheckedRule.Message;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.policy.Subject;
import java.util.stream.Collectors;

/** A checked policy as text: what the compiler understood of each rule. */
final class PolicyText {
  private final StringBuilder out = new StringBuilder();

  private PolicyText() {}

  static String of(CheckedPolicy policy) {
    PolicyText text = new PolicyText();
    policy.rules().forEach(text::rule);
    return text.out.toString();
  }

  private void rule(CheckedRule rule) {
    out.append(rule.id()).append('\n');
    if (!rule.title().equals(CheckedRule.oneLine(rule.clause().text()))) {
      line("title", rule.title());
    }
    if (rule.severity() != Severity.MEDIUM) {
      line("severity", rule.severity().word());
    }
    if (!rule.documentation().isEmpty()) {
      line("page", CheckedRule.oneLine(rule.documentation()));
    }
    line("for", subject(rule.subject()));
    if (rule.when() != null) {
      line("when", ConditionText.of(rule.when()));
    }
    line(
        switch (rule.verdict()) {
          case DENY -> "deny";
          case REQUIRE -> "require";
        },
        ConditionText.of(rule.condition()));
    if (rule.message() != null) {
      line("message", message(rule.message()));
    }
    rule.fixes().forEach(fix -> line("fix", fix(fix)));
    rule.references().forEach(reference -> line("see", reference));
    rule.examples()
        .forEach(example ->
            line(
                example.passes() ? "passes" : "fails",
                example.manifest().lines().count() + " lines"));
    out.append('\n');
  }

  private void line(String word, String text) {
    out.append("  ").append(word).append(' ').append(text).append('\n');
  }

  private static String subject(Subject subject) {
    String what =
        switch (subject.level()) {
          case RESOURCE -> subject.kinds().isEmpty() ? "any resource" : "";
          case POD -> "pod";
          case CONTAINER ->
              subject.containers().size() == Subject.ContainerList.values().length
                  ? "container"
                  : "container: "
                      + subject.containers().stream()
                          .map(Subject.ContainerList::word)
                          .collect(Collectors.joining(", "));
        };
    String kinds = String.join(", ", subject.kinds());
    return what.isEmpty() || kinds.isEmpty() ? what + kinds : what + " in " + kinds;
  }

  private static String message(Message message) {
    return message.parts().stream()
        .map(part ->
            switch (part) {
              case Message.Part.Literal literal -> literal.text();
              case Message.Part.Placeholder placeholder ->
                  "{" + ConditionText.of(placeholder.value()) + "}";
              case Message.Part.Matched _ -> "{matched}";
            })
        .collect(Collectors.joining());
  }

  private static String fix(CheckedFix fix) {
    return switch (fix) {
      case CheckedFix.Remove remove ->
          "remove "
              + (remove.matchedOnly() ? "matched from " : "")
              + ConditionText.of(remove.path());
      case CheckedFix.Add add -> "add " + add.value() + " to " + ConditionText.of(add.path());
      case CheckedFix.Set set -> "set " + ConditionText.of(set.path()) + " to " + set.value();
    };
  }
}
