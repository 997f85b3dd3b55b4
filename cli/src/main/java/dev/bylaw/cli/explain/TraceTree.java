package dev.bylaw.cli.explain;

import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.explain.Meaning;
import dev.bylaw.engine.explain.Reading;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts the tree of a condition into lines. What does not decide steps back. */
final class TraceTree {
  private static final int LONGEST = 110;
  private static final String MARK = "  ◀";

  private final Style style;
  private final Role deciding;
  private final Explanation.Place subject;
  private final UnaryOperator<Span> places;

  /**
   * @param deciding how the parts that decide stand out
   * @param subject paths are told from here
   * @param places where a place of a manifest is shown
   */
  TraceTree(Style style, Role deciding, Explanation.Place subject, UnaryOperator<Span> places) {
    this.style = style;
    this.deciding = deciding;
    this.subject = subject;
    this.places = places;
  }

  Branch of(Trace trace) {
    return switch (trace) {
      case Trace.Junction junction ->
          new Branch(
              line(junction, junction.joint().word(), false),
              junction.parts().stream().map(this::of).toList());
      case Trace.Test test -> test(test);
      case Trace.Named named ->
          new Branch(
              line(named, named.text(), false) + kind(named.word()), List.of(of(named.meaning())));
      case Trace.Quantified quantified -> quantified(quantified);
    };
  }

  private Branch test(Trace.Test test) {
    boolean itemsDecide = test.items().shown().stream().anyMatch(Trace.Item::decides);
    List<Branch> below = readings(test.readings());
    test.items().shown().forEach(item -> below.add(Branch.leaf(item(item))));
    more(test.items(), "element", below);
    if (test.note() != null) {
      below.add(Branch.leaf(faint(test.note())));
    }
    return new Branch(line(test, test.text(), !itemsDecide), below);
  }

  private String item(Trace.Item item) {
    String note = item.note() == null ? "" : "   " + faint(item.note());
    return marked(item.holds(), item.decides(), item.text(), item.decides()) + note;
  }

  private Branch quantified(Trace.Quantified quantified) {
    boolean elementsDecide =
        quantified.elements().shown().stream().anyMatch(Trace.Element::decides);
    List<Branch> below = new ArrayList<>();
    quantified.readings().forEach(reading -> below.add(list(reading, quantified.elements())));
    boolean objects = quantified.readings().isEmpty();
    for (Trace.Element element : quantified.elements().shown()) {
      below.add(element(element, objects));
    }
    more(quantified.elements(), objects ? "object" : "element", below);
    if (objects && quantified.elements().total() == 0) {
      below.add(Branch.leaf(faint("there is none in the input")));
    }
    return new Branch(line(quantified, quantified.text(), !elementsDecide), below);
  }

  /** The elements are told one by one: of the list itself their number is enough. */
  private Branch list(Reading reading, Trace.Collected<?> elements) {
    if (reading instanceof Reading.Read read && read.value() != null) {
      boolean map = read.value().startsWith("{");
      String one = map ? " entry" : " element";
      String many = map ? " entries" : " elements";
      String count = elements.total() + (elements.total() == 1 ? one : many);
      return Branch.leaf(
          cut(read.text()) + " has " + style.paint(Role.STRONG, count) + details(read));
    }
    return reading(reading);
  }

  private Branch element(Trace.Element element, boolean isObject) {
    List<Branch> below = new ArrayList<>();
    if (element.where() != null && !element.counts()) {
      below.add(of(element.where()));
    }
    if (element.condition() != null) {
      below.add(of(element.condition()));
    }
    String name = element.name() == null ? "" : cut(element.name());
    String index = isObject ? "" : index(element.path());
    String text = index.isEmpty() || name.isEmpty() ? index + name : index + " " + name;
    String truth = element.counts() ? word(element.holds()) : "left out";
    String painted =
        element.decides() ? style.paint(deciding, truth) : style.paint(Role.FAINT, truth);
    String mark = element.decides() && below.isEmpty() ? style.paint(deciding, MARK) : "";
    return new Branch(
        painted + "  " + shown(text, element.decides()) + mark + place(element.span()), below);
  }

  /** {@code [2]} of an item of a list; nothing of an entry of a map, whose key is its name. */
  private static String index(String path) {
    String last = path.substring(Math.max(0, path.lastIndexOf('[')));
    boolean item = last.length() > 2 && last.charAt(1) >= '0' && last.charAt(1) <= '9';
    return item && last.endsWith("]") ? last : "";
  }

  private void more(Trace.Collected<?> collected, String noun, List<Branch> below) {
    if (collected.more() > 0) {
      String nouns = collected.more() == 1 ? noun : noun + "s";
      below.add(Branch.leaf(faint("and " + collected.more() + " more " + nouns)));
    }
  }

  private List<Branch> readings(List<Reading> readings) {
    List<Branch> branches = new ArrayList<>();
    readings.forEach(reading -> branches.add(reading(reading)));
    return branches;
  }

  private Branch reading(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> Branch.leaf(equation(read) + details(read));
      case Reading.Default fallback -> {
        List<Branch> below = new ArrayList<>();
        for (int i = 0; i < fallback.alternatives().size(); i++) {
          Branch alternative = reading(fallback.alternatives().get(i));
          String taken = i == fallback.taken() ? "   taken" : "";
          below.add(new Branch(alternative.line() + taken, alternative.below()));
        }
        yield new Branch(equation(fallback), below);
      }
      case Reading.Count count -> new Branch(equation(count), List.of(reading(count.list())));
      case Reading.Items items -> new Branch(equation(items), readings(items.items()));
      case Reading.Literal literal -> Branch.leaf(cut(literal.text()));
      case Reading.Word word -> Branch.leaf(equation(word) + kind(word.word()));
    };
  }

  private String equation(Reading reading) {
    String text = cut(reading.text());
    if (reading instanceof Reading.Read read && read.wrongType()) {
      return text + style.paint(Role.DANGER, " is of the wrong type, and counts as not set");
    }
    return reading.value() == null
        ? text + style.paint(Role.STRONG, " is not set")
        : text + " = " + style.paint(Role.STRONG, cut(reading.value()));
  }

  private String details(Reading.Read read) {
    String where = read.value() == null ? "" : place(read.span());
    String path = relative(read.path());
    String at = isPlain(read.text(), path) ? where : "   " + faint(path) + where;
    return read.note() == null ? at : at + "   " + faint(read.note());
  }

  /** Whether a path of the manifest tells no more than the path of the rule. */
  private static boolean isPlain(String text, String path) {
    String dotted = text.replace("[\"", ".").replace("\"]", "");
    return path.isEmpty()
        || dotted.endsWith(path)
        || path.equals(dotted.substring(0, Math.max(0, dotted.lastIndexOf('.'))));
  }

  /** Where a word is defined. */
  private String kind(Meaning word) {
    Span span = word.span();
    return "   "
        + faint(word.kind().word() + " at " + span.source().name() + ":" + span.from().line());
  }

  private String place(Span found) {
    Span span = places.apply(found);
    String file = places.apply(subject.span()).source().name();
    boolean here = span.source().name().equals(file);
    String line = span.from().line() + "";
    return "   " + faint(here ? "line " + line : span.source().name() + ":" + line);
  }

  /** The path as seen from the subject. */
  private String relative(String path) {
    String start = subject.path() + ".";
    String prefix = subject.resource().pathPrefix();
    if (!subject.path().isEmpty() && path.startsWith(start)) {
      return path.substring(start.length());
    }
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private String line(Trace trace, String text, boolean isLast) {
    return marked(trace.holds(), trace.decides(), text, isLast && trace.decides());
  }

  private String marked(boolean holds, boolean decides, String text, boolean mark) {
    String truth = holds ? "true " : "false";
    return style.paint(decides ? deciding : Role.FAINT, truth)
        + "  "
        + shown(text, decides)
        + (mark ? style.paint(deciding, MARK) : "");
  }

  private static String word(boolean holds) {
    return holds ? "true " : "false";
  }

  private String shown(String text, boolean decides) {
    return decides ? cut(text) : faint(text);
  }

  private String faint(String text) {
    return style.paint(Role.FAINT, cut(text));
  }

  private static String cut(String text) {
    String line = Printable.of(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
