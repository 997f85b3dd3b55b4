package dev.bylaw.engine.service;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of the language mean, each with an example that compiles. */
final class KeywordHelp {
  private static final Map<String, Help> WORDS = new LinkedHashMap<>();

  /** A sentence, and an example. */
  record Help(String meaning, String example) {}

  static {
    tell(
        "The pack that this file belongs to: the first half of the ids of its rules.",
        "pack acme\n\nrule no-host-network { deny hostNetwork == true }",
        "pack");
    tell(
        "Takes the words of another pack, but none of its rules.",
        "use std/images\n\ndeny unpinned",
        "use");
    tell(
        "Takes the rules of another pack: all of them, all but some, or a single one.",
        "include std/host except host/network",
        "include");
    tell(
        "A rule with a name. It has one `deny` or `require`, and what else there is to say of it.",
        """
        rule no-sys-admin "No container is close to root on the node" {
          severity high
          deny add contains SYS_ADMIN
          message "{container.name} adds {matched}"
        }\
        """,
        "rule",
        "severity",
        "message");
    tell(
        "What must not be. The rule finds what this holds for.",
        "deny hostNetwork == true",
        "deny");
    tell(
        "What must be. The rule finds what this does not hold for.",
        "require drop contains ALL",
        "require");
    tell(
        "What the rule is about: containers, Pods or objects, perhaps only some of them.",
        """
        rule limits {
          for container except init in Deployment, StatefulSet
          require resources.limits.memory is present
        }\
        """,
        "for",
        "except",
        "resource",
        "container");
    tell(
        "Where the rule applies: what this does not hold for is not looked at.",
        """
        rule single {
          when count(pod.containers) == 1
          deny hostPID == true
        }\
        """,
        "when");
    tell(
        "A word for a value, to be used in rules.",
        "let risky = [SYS_ADMIN, NET_ADMIN]\n\ndeny add contains any of risky",
        "let");
    tell(
        "A word for a condition or a value of a subject, to be used in rules.",
        "define privileged-container for container = securityContext.privileged == true\n\n"
            + "deny privileged-container",
        "define");
    tell(
        "A value that `--param` or the configuration may set.",
        "param registries: list of string = [\"registry.example.com/**\"]\n\n"
            + "deny not image from any of registries",
        "param",
        "list",
        "of");
    tell(
        "How a finding can be mended; `bylaw fix` does it.",
        """
        rule few {
          deny add contains any of [SYS_ADMIN, CHOWN]
          fix remove matched from add
        }

        rule unprivileged {
          deny securityContext.privileged == true
          fix set securityContext.privileged to false
        }

        rule drop-all {
          require drop contains ALL
          fix add ALL to drop
        }\
        """,
        "fix",
        "remove",
        "add",
        "set",
        "to");
    tell(
        "Where more is to be read about it.",
        """
        rule no-host-network {
          deny hostNetwork == true
          see "https://kubernetes.io/docs"
        }\
        """,
        "see");
    tell(
        "A manifest that the rule finds something in, or nothing: both are tested by `bylaw test`.",
        """
        rule no-host-network {
          deny hostNetwork == true
          fails \"""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {hostNetwork: true, containers: [{name: c, image: a}]}
          \"""
          passes \"""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {containers: [{name: c, image: a}]}
          \"""
        }\
        """,
        "fails",
        "passes");
    tell(
        "A manifest, and what rules say of it; `bylaw test` runs it.",
        """
        pack acme

        rule no-host-network { deny hostNetwork == true }

        test "the host's network" {
          given \"""
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec: {hostNetwork: true, containers: [{name: c, image: a}]}
          \"""
          expect acme/no-host-network violated at spec.hostNetwork
        }\
        """,
        "test",
        "given",
        "file",
        "expect",
        "violated",
        "passed",
        "applicable",
        "waived",
        "at");
    tell(
        "An exception: for which object, why, by whom, and until when. All of it has to be said.",
        """
        pack acme

        rule no-host-network { deny hostNetwork == true }

        waive acme/no-host-network
          for DaemonSet monitoring/agent
          because "it reads the sockets of the node"
          approved by "jane"
          until 2027-03-31\
        """,
        "waive",
        "because",
        "approved",
        "by",
        "until");
    tell(
        "Both hold. It binds more tightly than `or`.",
        "deny hostNetwork == true and hostPID == true",
        "and");
    tell("One holds, or both.", "deny hostNetwork == true or hostPID == true", "or");
    tell("The opposite.", "deny not image from \"registry.example.com/**\"", "not");
    tell(
        "Of a list: whether it holds for one, for all, or for none of its elements; `where` leaves"
            + " elements out.",
        "deny any v in volumes where v.name != \"tmp\": v.hostPath is present\n\n"
            + "require all c in containers: c.name != \"debug\"",
        "any",
        "all",
        "no",
        "where");
    tell(
        "Whether there is another object for which this holds.",
        """
        rule guarded {
          for Deployment
          require exists PodDisruptionBudget b where b.spec.selector selects spec.template
        }\
        """,
        "exists",
        "selects");
    tell(
        "One of the values of a list; after `any x`, the list that is gone through.",
        "deny imagePullPolicy in [\"Never\", \"IfNotPresent\"]",
        "in");
    tell(
        "As a glob: `*` is anything but a slash, `**` anything.",
        "deny image like \"docker.io/**\"",
        "like");
    tell(
        "By a regular expression in slashes, anywhere in the text unless `^` and `$` say"
            + " otherwise.",
        "deny image.tag matches /^v?0[.]/",
        "matches");
    tell(
        "An image of a repository; in a fix, the list that an element is taken from.",
        "deny not image from any of [\"registry.example.com/**\"]",
        "from");
    tell(
        "A path, and everything below it.",
        "deny any v in volumes: v.hostPath.path under any of [\"/etc\", \"/var/run\"]",
        "under");
    tell(
        "A list has an element: this one, `any of` these, `all of` these, or `only` these.",
        "deny add contains any of [SYS_ADMIN, CHOWN]\n\n"
            + "require add contains only [NET_BIND_SERVICE]",
        "contains",
        "only");
    tell(
        "Whether a value is set. A condition that could guess about one that is not set does not"
            + " compile.",
        "deny image.tag is absent or image.tag == \"latest\"\n\n"
            + "require resources.limits.memory is present",
        "is",
        "absent",
        "present");
    tell(
        "Whether a capability is one that Linux has.",
        "rule real {\n  require all c in drop: c is known or c == ALL\n}",
        "known",
        "unknown");
    tell(
        "What counts where the value is not set.",
        "deny securityContext.runAsUser default 0 == 0",
        "default");
    tell(
        "A text that is compared letter by letter, and not read as a capability.",
        "require drop contains exactly \"ALL\"",
        "exactly");
    tell(
        "A path that the schema does not know, such as one of a custom kind: nothing is checked.",
        """
        rule unexposed {
          for Deployment
          deny unchecked resource.spec.exposed == true
        }\
        """,
        "unchecked");
    tell("A value of a field that is on or off.", "deny hostNetwork == true", "true", "false");
  }

  private KeywordHelp() {}

  private static void tell(String meaning, String example, String... words) {
    for (String word : words) {
      WORDS.put(word, new Help(meaning, example));
    }
  }

  static Map<String, Help> all() {
    return WORDS;
  }

  /** What is said of the keyword at a place, or null if none is there. */
  static @Nullable Hover at(Source file, Position at) {
    List<Lexeme> lexemes = Lexer.lex(file);
    int offset = file.offset(at);
    for (Lexeme lexeme : lexemes) {
      boolean here = lexeme.span().start() <= offset && offset <= lexeme.span().end();
      Help help = lexeme.kind() == Lexeme.Kind.KEYWORD ? WORDS.get(lexeme.text()) : null;
      if (here && help != null) {
        String markdown =
            "`"
                + lexeme.text()
                + "`: "
                + help.meaning()
                + "\n\n```bylaw\n"
                + help.example()
                + "\n```";
        return new Hover(Range.of(lexeme.span()), markdown);
      }
    }
    return null;
  }
}
