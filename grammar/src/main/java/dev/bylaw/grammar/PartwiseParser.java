package dev.bylaw.grammar;

import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses rule files again and again, as somebody types: what stands as it stood, on the lines on
 * which it stood, is not read again, and comes back as the very same declarations.
 *
 * <p>A file is cut behind each line that is nothing but a closing brace, and each part is read by
 * itself, as a {@link Source} of its own that knows its first line. Where nothing is wrong with any
 * part, no text and no comment goes on across a cut, and what ends there is a whole rule or test:
 * the file is its parts, one after the other. Else it is read as a whole.
 */
public final class PartwiseParser {
  private static final String CUT = "\n}\n";

  private final Map<String, Map<Part, Staged<PolicyFile>>> read = new LinkedHashMap<>();

  private record Part(String text, int firstLine) {}

  /** What {@link Parser#parse} says of it, but for the sources of the spans. */
  public Staged<PolicyFile> parse(Source source) {
    Map<Part, Staged<PolicyFile>> before = read.getOrDefault(source.name(), Map.of());
    Map<Part, Staged<PolicyFile>> now = new LinkedHashMap<>();
    read.put(source.name(), now);
    List<Staged<PolicyFile>> parts = new ArrayList<>();
    int line = source.firstLine();
    for (String text : cut(source.text())) {
      Staged<PolicyFile> part = read(new Source(source.name(), text, line), before, now);
      parts.add(part);
      line = part.result().source().lastLine();
    }
    return parts.size() > 1 && areWhole(parts)
        ? together(source, parts)
        : read(source, before, now);
  }

  private static Staged<PolicyFile> read(
      Source source, Map<Part, Staged<PolicyFile>> before, Map<Part, Staged<PolicyFile>> now) {
    Part part = new Part(source.text(), source.firstLine());
    Staged<PolicyFile> known = now.getOrDefault(part, before.get(part));
    if (known == null) {
      known = Parser.parse(source);
    }
    now.put(part, known);
    return known;
  }

  private static List<String> cut(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int brace = text.indexOf(CUT);
    while (brace >= 0) {
      int end = brace + CUT.length();
      parts.add(text.substring(start, end));
      start = end;
      brace = text.indexOf(CUT, end - 1);
    }
    if (start < text.length()) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  /** Whether nothing is wrong with any, and what may only stand at the top stands in the first. */
  private static boolean areWhole(List<Staged<PolicyFile>> parts) {
    return parts.stream().allMatch(part -> part.diagnostics().isEmpty())
        && parts.stream().skip(1).map(Staged::result).allMatch(PartwiseParser::mayFollow);
  }

  /** A byte order mark means nothing at the start of a file alone. */
  private static boolean mayFollow(PolicyFile part) {
    return part.pack() == null
        && part.uses().isEmpty()
        && part.includes().isEmpty()
        && !part.source().text().startsWith("\uFEFF");
  }

  private static Staged<PolicyFile> together(Source source, List<Staged<PolicyFile>> parts) {
    PolicyFile first = parts.getFirst().result();
    List<Declaration> declarations = new ArrayList<>();
    parts.forEach(part -> declarations.addAll(part.result().declarations()));
    return new Staged<>(
        new PolicyFile(source, first.pack(), first.uses(), first.includes(), declarations),
        List.of());
  }
}
