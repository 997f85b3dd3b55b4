package dev.bylaw.cli.report;

import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names with their shares, in columns, and the total below them. */
final class ShareTable {
  private final String title;
  private final Map<String, Share> rows = new LinkedHashMap<>();

  ShareTable(String title) {
    this.title = title;
  }

  void row(String name, Share share) {
    rows.put(Printable.of(name), share);
  }

  /**
   * @param quiet leaves out the rows that lack nothing
   */
  String text(Share total, Style style, boolean quiet) {
    int widest = Math.max(title.length(), "total".length());
    for (String name : rows.keySet()) {
      widest = Math.max(widest, name.length() + 2);
    }
    StringBuilder out = new StringBuilder(style.paint(Role.STRONG, title)).append('\n');
    for (Map.Entry<String, Share> row : rows.entrySet()) {
      if (!quiet || row.getValue().isBelow(100)) {
        out.append(line("  " + row.getKey(), row.getValue(), widest, total, style));
      }
    }
    return out.append(line("total", total, widest, total, style)).toString();
  }

  private static String line(String name, Share share, int width, Share total, Style style) {
    int digits = total.toString().length();
    String count = " ".repeat(Math.max(0, digits - share.toString().length())) + share;
    String percent = share.percent() + "%";
    String padded = " ".repeat(4 - percent.length()) + percent;
    Role role = share.isBelow(100) ? Role.WARNING : Role.ADDED;
    return name
        + " ".repeat(width - name.length() + 2)
        + count
        + "  "
        + style.paint(role, padded)
        + "\n";
  }
}
