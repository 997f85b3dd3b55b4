package dev.bylaw.cli.explain;

import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pages of the error codes: the sections of the lists of errors, which come with the program as
 * they are written.
 */
public final class ErrorPages {
  private static final List<String> LISTS = List.of("grammar", "engine", "cli");
  private static final String ROW = "| BY";
  private static final String SECTION = "### BY";
  private static final String FENCE = "```";

  private ErrorPages() {}

  /** {@code BY} and four digits, in any case. */
  public static boolean isCode(String name) {
    String code = name.toUpperCase(Locale.ROOT);
    return code.length() == 6
        && code.startsWith("BY")
        && code.substring(2).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * What there is to say of a code.
   *
   * @param severity error or warning
   * @param meaning one sentence
   * @param details Markdown: the cause, an example that is wrong and the same mended; may be empty
   */
  public record Page(String code, String severity, String meaning, String details) {}

  /** Every page by its code, in the order of the lists. */
  public static Map<String, Page> all() {
    Map<String, Page> pages = new LinkedHashMap<>();
    for (String list : LISTS) {
      Map<String, String> details = sections(resource(list));
      for (String line : resource(list).split("\n", -1)) {
        String[] cells = line.split(" \\| |\\| | \\|", 5);
        if (line.startsWith(ROW) && cells.length == 5) {
          String code = cells[1];
          pages.put(code, new Page(code, cells[2], cells[3], details.getOrDefault(code, "")));
        }
      }
    }
    return pages;
  }

  private static Map<String, String> sections(String list) {
    Map<String, String> sections = new LinkedHashMap<>();
    String code = null;
    StringBuilder open = new StringBuilder();
    boolean fenced = false;
    for (String line : list.split("\n", -1)) {
      fenced ^= line.startsWith(FENCE);
      boolean heading = !fenced && line.startsWith("#");
      if (heading && code != null) {
        sections.put(code, open.toString().strip());
      }
      if (heading) {
        code = line.startsWith(SECTION) ? line.substring(SECTION.length() - 2).strip() : null;
        open.setLength(0);
      } else {
        open.append(line).append('\n');
      }
    }
    if (code != null) {
      sections.put(code, open.toString().strip());
    }
    return sections;
  }

  private static Page page(String name, Map<String, Page> pages) {
    String code = name.toUpperCase(Locale.ROOT);
    Page page = pages.get(code);
    if (page == null) {
      throw new UsageError(
          "there is no error code " + code,
          Suggestion.question(
              code, pages.keySet(), "codes are BY and four digits, as messages show them"));
    }
    return page;
  }

  public static String text(List<String> names, Style style) {
    Map<String, Page> pages = all();
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      Page page = page(name, pages);
      out.append(out.isEmpty() ? "" : "\n");
      Role role = page.severity().equals("error") ? Role.DANGER : Role.WARNING;
      out.append(style.paint(role, page.severity() + "[" + page.code() + "]")).append('\n');
      Prose.wrapped(page.meaning()).forEach(line -> out.append(line).append('\n'));
      details(page.details(), style, out);
    }
    return out.toString();
  }

  private static void details(String details, Style style, StringBuilder out) {
    if (details.isEmpty()) {
      return;
    }
    out.append('\n');
    boolean fenced = false;
    for (String line : Prose.wrapped(details)) {
      if (line.startsWith(FENCE)) {
        fenced = !fenced;
        out.append(fenced ? heading(line, style) : "");
      } else {
        out.append(fenced && !line.isEmpty() ? "  " : "").append(Printable.of(line)).append('\n');
      }
    }
  }

  /** What stands behind a fence says whether the example is wrong or mended. */
  private static String heading(String fence, Style style) {
    return fence.contains(" fails ")
        ? style.paint(Role.DANGER, "wrong") + "\n"
        : fence.startsWith(FENCE + "console") ? "" : style.paint(Role.ADDED, "right") + "\n";
  }

  /** One code on a line, its page as Markdown. */
  public static String json(List<String> names) {
    Map<String, Page> pages = all();
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      Page page = page(name, pages);
      lines.add(
          JsonWriter.object(g -> {
            g.writeStringField("code", page.code());
            g.writeStringField("severity", page.severity());
            g.writeStringField("meaning", page.meaning());
            g.writeStringField("details", page.details());
          }));
    }
    return "{\"version\": 1,\n \"codes\": [\n  " + String.join(",\n  ", lines) + "\n ]}\n";
  }

  private static String resource(String list) {
    try (InputStream in = ErrorPages.class.getResourceAsStream(list + "/errors.md")) {
      if (in == null) {
        throw new IllegalStateException("no list of errors of " + list);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
