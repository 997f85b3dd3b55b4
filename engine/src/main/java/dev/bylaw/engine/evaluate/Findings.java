package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.CheckedRule.Message;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.engine.value.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes findings: where, in which words, and with which fingerprint. */
final class Findings {
  /** What it takes to write a finding and to report it: much more than to decide a condition. */
  private static final int STEPS = 800;

  private static final String WRONG_TYPE = "manifest/wrong-type";

  private final Frame frame;
  private final Reader reader;
  private final Locator locator;
  private final Changes changes;
  private final Steps steps;

  Findings(Frame frame, Reader reader, Locator locator, Steps steps) {
    this.frame = frame;
    this.reader = reader;
    this.locator = locator;
    this.steps = steps;
    this.changes = new Changes(frame, locator);
  }

  /**
   * A finding for each place that broke the rule; for the subject as a whole if no value is to
   * blame.
   */
  List<Finding> of(CheckedRule rule, List<Witness> witnesses) {
    List<Witness> places =
        witnesses.isEmpty()
            ? List.of(new Witness(locator.subject(), null, null, null, frame.bindings()))
            : witnesses;
    Map<String, Finding> byPath = new LinkedHashMap<>();
    for (Witness witness : places) {
      frame.restore(witness.bindings());
      byPath.computeIfAbsent(witness.at().path(), _ -> of(rule, witness));
    }
    return new ArrayList<>(byPath.values());
  }

  private Finding of(CheckedRule rule, Witness witness) {
    Location at = witness.at();
    boolean missing = !Locator.isPresent(at.node());
    String rendered = rule.message() == null ? "" : render(rule.message(), witness);
    // What the author wrote may come out empty, for example of an empty text.
    String message = rendered.isEmpty() ? plain(rule, witness, missing) : rendered;
    String insert = missing ? insert(rule, witness) : null;
    return finding(
        rule.id(),
        rule,
        rule.severity(),
        message,
        at,
        frame.container(),
        insert,
        witness.note(),
        changes.of(rule, at));
  }

  /**
   * A value that the API server would not decode. It is as severe as can be: what cannot be read
   * cannot be cleared, so no threshold may let it pass.
   */
  Finding of(Complaints.Complaint complaint) {
    Location at = complaint.location();
    String name = PathText.lastName(at.path());
    return finding(
        WRONG_TYPE,
        null,
        Severity.CRITICAL,
        "`" + name + "` " + complaint.message(),
        at,
        complaint.container(),
        null,
        null,
        List.of());
  }

  private Finding finding(
      String id,
      @Nullable CheckedRule rule,
      Severity severity,
      String message,
      Location at,
      Frame.@Nullable Container container,
      @Nullable String insert,
      @Nullable String note,
      List<Change> mending) {
    steps.take(STEPS);
    steps.takeFor(message, 1);
    Resource resource = frame.resource();
    return new Finding(
        id,
        rule,
        severity,
        Finding.Outcome.VIOLATED,
        message,
        resource,
        container(at, container),
        at.path(),
        at.span(),
        Locator.isPresent(at.node()) ? List.of() : at.missing(),
        insert,
        note,
        mending,
        null,
        fingerprint(id, resource, at));
  }

  /** The container in which the place lies, also where the rule is for the Pod. */
  private static @Nullable String container(Location at, Frame.@Nullable Container container) {
    return container != null && PathText.isWithin(at.path(), container.at().path())
        ? container.name()
        : null;
  }

  private String render(Message message, Witness witness) {
    StringBuilder text = new StringBuilder();
    for (Message.Part part : message.parts()) {
      text.append(
          switch (part) {
            case Message.Part.Literal literal -> literal.text();
            case Message.Part.Placeholder placeholder ->
                Rendering.of(reader.read(placeholder.value()));
            case Message.Part.Matched _ -> witness.matched() == null ? "" : witness.matched();
          });
    }
    return text.toString();
  }

  /** What the rule's own clause says of the place, for a rule without a message. */
  private String plain(CheckedRule rule, Witness witness, boolean missing) {
    String subject = subject();
    String clause = "`" + CheckedRule.oneLine(rule.clause().text()) + "`";
    if (missing && witness.access() != null && !witness.access().steps().isEmpty()) {
      return subject + " does not set `" + missing(witness.at()) + "`: " + clause;
    }
    return subject + " breaks " + clause;
  }

  /** The innermost of what is missing: null is written where nothing would have to be. */
  private static String missing(Location at) {
    return at.missing().isEmpty() ? PathText.lastName(at.path()) : at.missing().getLast();
  }

  private String subject() {
    Frame.Container container = frame.container();
    if (container != null) {
      return container.name() == null
          ? "a container without a name"
          : "container `" + container.name() + "`";
    }
    Resource resource = frame.resource();
    String object = resource.kind() + (resource.name() == null ? "" : " `" + resource.name() + "`");
    return frame.isInPod() && !resource.kind().equals("Pod") ? "the Pod of " + object : object;
  }

  /** What the rule's fix would write at the missing place. */
  private static @Nullable String insert(CheckedRule rule, Witness witness) {
    for (CheckedFix fix : rule.fixes()) {
      switch (fix) {
        case CheckedFix.Set set when set.path().access().equals(witness.access()) -> {
          return set.value();
        }
        case CheckedFix.Add add when add.path().access().equals(witness.access()) -> {
          return "[" + add.value() + "]";
        }
        case CheckedFix.Set _, CheckedFix.Add _, CheckedFix.Remove _ -> {}
      }
    }
    return null;
  }

  private static String fingerprint(String id, Resource resource, Location at) {
    List<String> parts =
        List.of(
            id,
            groupOf(resource.apiVersion()),
            resource.kind(),
            resource.namespace() == null ? "" : resource.namespace(),
            resource.name() == null ? "" : resource.name(),
            at.stablePath().text(),
            at.node() instanceof Node.Mapping || at.node() instanceof Node.Sequence
                ? ""
                : Rendering.of(at.node()));
    StringBuilder key = new StringBuilder();
    // Each part with its length, so that no two lists of parts read the same.
    parts.forEach(part -> key.append(part.length()).append(':').append(part));
    return Sha256.hex(key.append("#1").toString()).substring(0, 32);
  }

  /** An object stays the same when its API version moves from beta to stable. */
  private static String groupOf(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
