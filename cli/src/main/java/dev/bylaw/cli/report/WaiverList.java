package dev.bylaw.cli.report;

import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.JsonReport;
import dev.bylaw.engine.report.Summary;
import dev.bylaw.engine.report.WaiverText;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of some rule files, the first to expire first.
 *
 * @param within the days before its last in which a waiver is called expiring
 */
public record WaiverList(List<Entry> entries, int within) {
  public WaiverList {
    entries = List.copyOf(entries);
  }

  /**
   * A waiver and how it stands.
   *
   * @param days from today to its last day; negative if that is over
   * @param used whether a finding of the manifests needs it; null if there were none
   */
  public record Entry(CheckedWaiver waiver, long days, @Nullable Boolean used) {
    /**
     * How a waiver stands on a day.
     *
     * @param today as {@code 2026-11-23}
     */
    public static Entry of(CheckedWaiver waiver, String today, @Nullable Boolean used) {
      LocalDate until = LocalDate.parse(waiver.until());
      return new Entry(waiver, ChronoUnit.DAYS.between(LocalDate.parse(today), until), used);
    }

    boolean isExpired() {
      return days < 0;
    }

    boolean isUnused() {
      return used != null && !used;
    }
  }

  /** By the last day, then as the files have them. */
  public static WaiverList of(List<Entry> entries, int within) {
    return new WaiverList(
        entries.stream().sorted(Comparator.comparing(entry -> entry.waiver().until())).toList(),
        within);
  }

  public boolean hasExpired() {
    return entries.stream().anyMatch(Entry::isExpired);
  }

  private boolean isExpiring(Entry entry) {
    return !entry.isExpired() && entry.days() <= within;
  }

  /** Three lines for each: until when, what for, and why. */
  public String text(Style style) {
    StringBuilder out = new StringBuilder();
    for (Entry entry : entries) {
      CheckedWaiver waiver = entry.waiver();
      out.append(style.paint(role(entry), waiver.until() + "  " + standing(entry))).append('\n');
      line(style.paint(Role.STRONG, Printable.of(waiver.rule())), out);
      out.append(Printable.of("for " + WaiverText.object(waiver))).append('\n');
      out.append("  ").append(Printable.of(waiver.because())).append('\n');
      out.append("  ").append(Printable.of(WaiverText.approval(waiver))).append("   ");
      out.append(style.paint(Role.FAINT, Printable.of("(" + WaiverText.place(waiver) + ")")));
      out.append("\n\n");
    }
    return out.append(style.paint(Role.STRONG, summary())).append('\n').toString();
  }

  private static void line(String text, StringBuilder out) {
    out.append("  ").append(text).append(' ');
  }

  private Role role(Entry entry) {
    return entry.isExpired() ? Role.ALARM : isExpiring(entry) ? Role.WARNING : Role.ADDED;
  }

  private String standing(Entry entry) {
    String until =
        entry.isExpired()
            ? "expired " + days(-entry.days()) + " ago"
            : isExpiring(entry)
                ? entry.days() == 0 ? "expires today" : "expires in " + days(entry.days())
                : "valid for " + days(entry.days());
    return entry.isUnused() ? until + ", no finding needs it" : until;
  }

  private static String days(long count) {
    return count + (count == 1 ? " day" : " days");
  }

  private String summary() {
    if (entries.isEmpty()) {
      return "no waivers";
    }
    List<String> parts = new ArrayList<>();
    add(parts, count(entries.stream().filter(Entry::isExpired)), "expired");
    add(parts, count(entries.stream().filter(this::isExpiring)), "within " + days(within));
    add(parts, count(entries.stream().filter(Entry::isUnused)), "unused");
    String all = Summary.counted(entries.size(), "waiver");
    return parts.isEmpty() ? all : all + ": " + String.join(", ", parts);
  }

  private static int count(java.util.stream.Stream<Entry> some) {
    return (int) some.count();
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /**
   * For machines: a waiver on a line.
   *
   * @param exitCode how the run ends
   */
  public String json(int exitCode) {
    String summary =
        Json.object(g -> {
          g.writeNumberField("waivers", entries.size());
          g.writeNumberField("expired", count(entries.stream().filter(Entry::isExpired)));
          g.writeNumberField("expiring", count(entries.stream().filter(this::isExpiring)));
          g.writeNumberField("unused", count(entries.stream().filter(Entry::isUnused)));
          g.writeNumberField("exitCode", exitCode);
        });
    List<String> lines = entries.stream().map(this::object).toList();
    return "{\"version\": 1,\n \"waivers\": "
        + Json.lines(lines)
        + ",\n \"summary\": "
        + summary
        + "}\n";
  }

  private String object(Entry entry) {
    CheckedWaiver waiver = entry.waiver();
    return Json.object(g -> {
      g.writeStringField("rule", waiver.rule());
      g.writeStringField("kind", waiver.kind());
      g.writeStringField("namespace", waiver.namespace());
      g.writeStringField("name", waiver.name());
      g.writeStringField("container", waiver.container());
      g.writeStringField("because", waiver.because());
      g.writeStringField("approvedBy", waiver.approvedBy());
      g.writeStringField("until", waiver.until());
      g.writeNumberField("days", entry.days());
      g.writeStringField(
          "state", entry.isExpired() ? "expired" : isExpiring(entry) ? "expiring" : "valid");
      if (entry.used() == null) {
        g.writeNullField("used");
      } else {
        g.writeBooleanField("used", entry.used());
      }
      JsonReport.span(waiver.span(), g);
    });
  }
}
