package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.evaluate.Frame.Binding.Found;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.explain.Trace.Collected;
import dev.bylaw.engine.explain.Trace.Element;
import dev.bylaw.engine.explain.Trace.Joint;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Quantified;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a quantifier found of each element, and {@code exists} of each object. */
final class Elements {
  private final Frame frame;
  private final Reader reader;
  private final Truth truth;
  private final Locator locator;
  private final Search input;
  private final Tracer tracer;

  Elements(Frame frame, Reader reader, Truth truth, Locator locator, Search input, Tracer tracer) {
    this.frame = frame;
    this.reader = reader;
    this.truth = truth;
    this.locator = locator;
    this.input = input;
    this.tracer = tracer;
  }

  /** What one element is bound to, and what came of it. */
  private record Candidate(
      Frame.Binding binding, boolean counts, boolean decides, @Nullable String name) {}

  Collected<Element> of(Quantified quantified, boolean decides) {
    boolean holds = truth.holds(quantified);
    List<Candidate> all = new ArrayList<>();
    for (Frame.Binding each : reader.each(quantified)) {
      frame.bind(quantified.variable(), each);
      boolean counts = quantified.where() == null || truth.holds(quantified.where());
      boolean met = counts && truth.holds(quantified.condition());
      boolean speaks = speaks(quantified, holds, counts, met);
      all.add(new Candidate(each, counts, decides && speaks, nameOf(each)));
    }
    Collected<Candidate> shown = Bounded.of(all, Candidate::decides);
    List<Element> elements = new ArrayList<>();
    for (Candidate candidate : shown.shown()) {
      elements.add(
          element(
              quantified.variable(),
              candidate,
              quantified.where(),
              quantified.condition(),
              quantified));
    }
    return new Collected<>(elements, shown.more());
  }

  private static boolean speaks(Quantified quantified, boolean holds, boolean counts, boolean met) {
    return switch (quantified.quantifier()) {
      case ANY -> Tracer.speaks(Joint.ANY, holds, met);
      case ALL -> Tracer.speaks(Joint.ALL, holds, met || !counts);
      case NO -> Tracer.speaks(Joint.NONE, holds, met);
    };
  }

  Collected<Element> of(Condition.Exists exists, boolean decides) {
    boolean holds = truth.holds(exists);
    List<Candidate> all = new ArrayList<>();
    for (Found found : exists.isOfPods() ? input.pods() : input.of(exists.kinds())) {
      frame.bind(exists.variable(), found);
      boolean met = exists.where() == null || truth.holds(exists.where());
      boolean speaks = Tracer.speaks(Joint.ANY, holds, met);
      all.add(new Candidate(found, true, decides && speaks, nameOf(found)));
    }
    Collected<Candidate> shown = Bounded.of(all, Candidate::decides);
    List<Element> elements = new ArrayList<>();
    for (Candidate candidate : shown.shown()) {
      elements.add(element(exists.variable(), candidate, null, exists.where(), exists));
    }
    return new Collected<>(elements, shown.more());
  }

  private Element element(
      int variable,
      Candidate candidate,
      @Nullable Condition where,
      @Nullable Condition condition,
      Condition whole) {
    frame.bind(variable, candidate.binding());
    Location at = locator.of(candidate.binding());
    boolean decides = candidate.decides();
    Trace left =
        where == null ? null : tracer.trace(where, whole.span(), decides && !candidate.counts());
    Trace asked =
        condition == null || !candidate.counts()
            ? null
            : tracer.trace(condition, whole.span(), decides);
    return new Element(
        candidate.name(), at.path(), at.span(), candidate.counts(), decides, left, asked);
  }

  private static @Nullable String nameOf(Frame.Binding binding) {
    return switch (binding) {
      case Frame.Binding.Element element -> element.node() == null ? null : nameOf(element.node());
      case Frame.Binding.Entry entry -> entry.entry().key();
      case Found found -> nameOf(found);
    };
  }

  private static @Nullable String nameOf(Node node) {
    return switch (node) {
      case Node.Mapping map -> map.get("name") instanceof Node.Text name ? name.value() : null;
      case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _, Node.Sequence _ ->
          FlowText.of(node);
    };
  }

  /** The object, and where in it the Pod template is that was found. */
  private static String nameOf(Found found) {
    Resource resource = found.resource();
    String name = resource.name() == null ? "(unnamed)" : resource.name();
    String namespace = resource.namespace() == null ? "" : resource.namespace() + "/";
    String object = resource.kind() + " " + namespace + name;
    String path = found.at().path();
    return path.equals(Locator.ofResource(resource).path()) ? object : object + " › " + path;
  }
}
