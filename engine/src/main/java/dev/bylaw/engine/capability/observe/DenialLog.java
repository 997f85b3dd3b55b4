package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import dev.bylaw.grammar.Span;
import java.util.function.Consumer;

/**
 * What AppArmor and SELinux write into the kernel's log when they refuse a capability, or would in
 * a mode that only complains. They are asked after the kernel has found that the process holds it.
 */
final class DenialLog implements Format {
  @Override
  public boolean starts(Line line) {
    return isAppArmor(line) || isSelinux(line);
  }

  private static boolean isAppArmor(Line line) {
    return line.text().indexOf("apparmor=\"") >= 0;
  }

  private static boolean isSelinux(Line line) {
    return line.text().indexOf("avc:") >= 0 && line.text().indexOf("tclass=") >= 0;
  }

  @Override
  public void read(LineReader lines, Line line, Consumer<Observation> sink) {
    if (isAppArmor(line)) {
      appArmor(line, sink);
    } else {
      selinux(line, sink);
    }
    lines.pass(line);
  }

  private static void appArmor(Line line, Consumer<Observation> sink) {
    if (!quoted(line, "operation=\"").text().equals("capable")) {
      return;
    }
    Verdict verdict =
        switch (quoted(line, "apparmor=\"").text()) {
          case "DENIED" -> Verdict.DENIED;
          case "ALLOWED", "AUDIT" -> Verdict.GRANTED;
          default -> throw new Misread(line.span(), "DENIED or ALLOWED is expected here", null);
        };
    Word name = quoted(line, "capname=\"");
    sink.accept(check(line, "AppArmor", name.capability(), verdict));
  }

  private static void selinux(Line line, Consumer<Observation> sink) {
    String type = after(line, "tclass=");
    if (!type.startsWith("cap")) {
      return;
    }
    int open = line.text().indexOf('{');
    int close = line.text().indexOf('}', Math.max(open, 0));
    if (open < 0 || close < 0) {
      throw new Misread(line.span(), "`{ … }` with the refused capabilities is missing", null);
    }
    boolean denied = line.text().indexOf("denied") >= 0 && !after(line, "permissive=").equals("1");
    Line names =
        new Line(line.source(), line.text().substring(open + 1, close), line.start() + open + 1);
    for (Word name : names.words()) {
      sink.accept(
          check(line, "SELinux", name.capability(), denied ? Verdict.DENIED : Verdict.GRANTED));
    }
  }

  private static Observation check(Line line, String tool, Capability capability, Verdict verdict) {
    return new Observation.Checked(
        line.span(), tool, after(line, " pid="), User.UNTOLD, capability, verdict, Noise.NONE, 1);
  }

  /** The value of a key that ends in {@code ="}. */
  private static Word quoted(Line line, String key) {
    int from = line.text().indexOf(key);
    int end = from < 0 ? -1 : line.text().indexOf('"', from + key.length());
    if (end < 0) {
      throw new Misread(line.span(), "`" + key + "…\"` is missing here", null);
    }
    Span span = line.span(from + key.length(), end);
    return new Word(span.text(), span);
  }

  /** What stands after a key, up to the next space; empty if it is not there. */
  private static String after(Line line, String key) {
    int from = line.text().indexOf(key);
    if (from < 0) {
      return "";
    }
    int end = from + key.length();
    while (end < line.text().length() && !Line.isSpace(line.text().charAt(end))) {
      end++;
    }
    return line.text().substring(from + key.length(), end);
  }
}
