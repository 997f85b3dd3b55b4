package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * One YAML document to a tree, as kubectl reads it. It keeps its own stack: a document as deep as
 * the limit allows needs no deep recursion.
 */
final class YamlComposer {
  private final YamlText text;
  private final Limits limits;
  private final YamlScanner scanner;
  private final ParserImpl parser;
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<Frame> open = new ArrayList<>();

  /** Null while the anchored value is still open. */
  private final Map<String, @Nullable Composed> anchors = new LinkedHashMap<>();

  private final AliasBudget budget = new AliasBudget();
  private @Nullable Composed root;
  private int end;

  YamlComposer(Source source, Limits limits) {
    this.text = new YamlText(source);
    this.limits = limits;
    this.scanner = new YamlScanner(text);
    this.parser = new ParserImpl(scanner);
  }

  /** The root of the document, or null where there is nothing but comments. */
  @Nullable Node compose() {
    try {
      while (true) {
        Event event = parser.getEvent();
        if (event.is(Event.ID.StreamEnd)) {
          return null;
        }
        if (event instanceof DocumentEndEvent) {
          end = event.getEndMark().getIndex();
          return root == null ? null : root.node();
        }
        take(event);
      }
    } catch (ParserException e) {
      throw YamlFaults.of(text, e);
    }
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  /** The comments that may be meant for Bylaw, in the order of the text. */
  List<Span> comments() {
    return text.comments();
  }

  /** Text after the document, which kubectl does not read; null if there is none. */
  @Nullable Span hidden() {
    return text.content(end);
  }

  private void take(Event event) {
    switch (event) {
      case MappingStartEvent map -> {
        count(map);
        int start = Marks.contentStart(map);
        boolean bracketed = Marks.isBracketed(map, text);
        open(new MappingFrame(map.getAnchor(), start, bracketed, warnings::add), map);
      }
      case SequenceStartEvent list -> {
        boolean merges = mergeTarget() != null;
        if (!merges) {
          count(list);
        }
        int start = Marks.contentStart(list);
        boolean bracketed = Marks.isBracketed(list, text);
        open(new Frame.Items(list.getAnchor(), start, bracketed, merges), list);
      }
      case ScalarEvent scalar -> scalar(scalar);
      case AliasEvent alias -> alias(alias);
      default -> {
        if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
          close(event);
        }
      }
    }
  }

  private void open(Frame frame, NodeEvent event) {
    checkDepth(open.size() + 1, event);
    if (frame.anchor() != null) {
      anchors.put(frame.anchor(), null);
    }
    open.add(frame);
  }

  private void close(Event event) {
    Frame frame = open.removeLast();
    int to = frame.bracketed() ? event.getEndMark().getIndex() : frame.end();
    Composed done = frame.finish(text.span(frame.start(), to));
    define(frame.anchor(), done);
    MappingFrame merging = mergeTarget();
    if (merging != null && frame instanceof Frame.Items items && items.parts() != null) {
      merging.mergeList(done, items.parts());
    } else {
      value(done);
    }
  }

  private void scalar(ScalarEvent event) {
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    MappingFrame map = innermostMap();
    if (map != null && map.expectsKey() && isMerge(event, plain)) {
      map.startMerge();
      return;
    }
    count(event);
    Span span = Marks.content(event, text);
    if (map != null && scanner.lastColon() < map.keyEnd() && span.start() < span.end()) {
      throw text.fault(span.start(), span.end(), "a ':' is missing before this", null);
    }
    Resolved resolved = Scalars.resolve(event.getTag(), plain, event.getValue());
    if (resolved instanceof Resolved.Invalid(String message, String help)) {
      throw new Unreadable(Diagnostic.of(ManifestCode.INVALID_VALUE, span, message, help));
    }
    Node node = Scalars.node(resolved, span);
    Composed done = new Composed(node, null, resolved, 1, 0, false, span);
    define(event.getAnchor(), done);
    value(done);
  }

  private void alias(AliasEvent event) {
    String name = event.getAnchor();
    int from = event.getStartMark().getIndex();
    int to = event.getEndMark().getIndex();
    Composed target = anchors.get(name);
    if (target == null) {
      throw new Unreadable(
          anchors.containsKey(name)
              ? Diagnostic.of(
                  ManifestCode.RECURSIVE_ALIAS,
                  text.span(from, to),
                  "the value of the anchor '" + name + "' contains itself",
                  "move the alias out of the value that it names")
              : Diagnostic.of(
                  ManifestCode.UNKNOWN_ANCHOR,
                  text.span(from, to),
                  "the document has no anchor '" + name + "' before this alias",
                  "anchors do not reach across '---'; put the value in quotes if it is plain text"));
    }
    if (!budget.allowsAlias(target.weight())) {
      throw excessive(from, to);
    }
    checkDepth(open.size() + target.height(), event);
    value(target.throughAlias(text.span(from, to)));
  }

  private void value(Composed done) {
    MappingFrame map = innermostMap();
    if (done.origin() instanceof Resolved.Real(double number)
        && (Double.isNaN(number) || Double.isInfinite(number))
        && !(map != null && map.expectsKey())) {
      throw new Unreadable(
          Diagnostic.of(
              ManifestCode.INVALID_VALUE,
              done.use(),
              "JSON, which the API server reads, has no infinity and no NaN",
              "put the value in quotes if it is plain text"));
    }
    if (map != null && map.merges()) {
      map.merge(done);
    } else if (open.isEmpty()) {
      root = done;
    } else {
      open.getLast().add(done);
    }
  }

  private void define(@Nullable String anchor, Composed value) {
    if (anchor != null) {
      anchors.put(anchor, value);
    }
  }

  private void count(NodeEvent event) {
    if (!budget.allowsValue()) {
      throw excessive(event.getStartMark().getIndex(), event.getEndMark().getIndex());
    }
  }

  private Unreadable excessive(int from, int to) {
    return new Unreadable(
        Diagnostic.of(
            ManifestCode.EXCESSIVE_ALIASES,
            text.span(from, to),
            "the aliases of this document multiply it beyond what kubectl reads",
            "write some of the repeated values out"));
  }

  private void checkDepth(int depth, NodeEvent event) {
    if (depth > limits.depth()) {
      int from = event.getStartMark().getIndex();
      throw new Unreadable(
          Diagnostic.of(
              ManifestCode.TOO_DEEP,
              text.span(from, from + 1),
              "maps and lists lie more than " + limits.depth() + " deep in each other here",
              null));
    }
  }

  private @Nullable MappingFrame innermostMap() {
    return open.isEmpty() || !(open.getLast() instanceof MappingFrame map) ? null : map;
  }

  private @Nullable MappingFrame mergeTarget() {
    MappingFrame map = innermostMap();
    return map != null && map.merges() ? map : null;
  }

  private static boolean isMerge(ScalarEvent event, boolean plain) {
    return event.getValue().equals("<<")
        && (plain || "tag:yaml.org,2002:merge".equals(event.getTag()));
  }
}
