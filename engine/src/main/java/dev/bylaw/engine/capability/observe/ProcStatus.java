package dev.bylaw.engine.capability.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code /proc/PID/status}, whole or only the lines with capabilities, and what grep makes of
 * several: {@code /proc/1/status:CapEff: …}.
 */
final class ProcStatus implements Format {
  private static final String TOOL = "/proc/PID/status";
  private static final Set<String> SETS = Set.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb");

  /** Lines that a status, or a part of one, can start with. */
  private static final Set<String> STARTS =
      Set.of("Name", "Umask", "State", "Tgid", "Pid", "Uid", "NoNewPrivs");

  @Override
  public boolean starts(Line line) {
    String key = key(line);
    return key != null && (SETS.contains(key) || STARTS.contains(key));
  }

  /** The word before the colon, without the file that grep put there; null if it is no status. */
  private static @Nullable String key(Line line) {
    int from = file(line);
    int colon = line.text().indexOf(':', from);
    if (colon <= from || (colon + 1 < line.text().length() && !isSpaceAfter(line, colon))) {
      return null;
    }
    for (int i = from; i < colon; i++) {
      char c = line.text().charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == from || c < '0' || c > '9')) {
        return null;
      }
    }
    return line.text().substring(from, colon);
  }

  private static boolean isSpaceAfter(Line line, int colon) {
    return Line.isSpace(line.text().charAt(colon + 1));
  }

  /** The length of a file's name at the start, with its colon; 0 if there is none. */
  private static int file(Line line) {
    int end = line.text().startsWith("/proc/") ? line.text().indexOf("/status:") : -1;
    return end < 0 ? 0 : end + "/status:".length();
  }

  @Override
  public void read(LineReader lines, Line first, Consumer<Observation> sink) {
    String file = first.text().substring(0, file(first));
    Map<String, Line> found = new HashMap<>();
    for (Line line = first; line != null; line = lines.peek()) {
      String key = key(line);
      if (key == null
          || !line.text().substring(0, file(line)).equals(file)
          || found.putIfAbsent(key, line) != null) {
        break;
      }
      lines.pass(line);
    }
    Mask effective = set(found, "CapEff");
    Mask permitted = set(found, "CapPrm");
    set(found, "CapInh");
    set(found, "CapAmb");
    Line place = found.getOrDefault("CapPrm", found.get("CapEff"));
    if (place == null) {
      throw new Misread(
          first.span(),
          "this status does not tell what the process holds",
          "it needs the line CapPrm or CapEff; CapBnd only tells what it could ever hold");
    }
    sink.accept(
        new Observation.Held(
            place.span(),
            TOOL,
            process(found, file),
            user(found),
            or(permitted).union(or(effective)),
            set(found, "CapBnd")));
  }

  private static Mask or(@Nullable Mask mask) {
    return mask == null ? Mask.NONE : mask;
  }

  private static @Nullable Mask set(Map<String, Line> found, String key) {
    Line line = found.get(key);
    if (line == null) {
      return null;
    }
    String value = value(line);
    return Hex.mask(value, line.span());
  }

  private static String value(Line line) {
    return line.text().substring(line.text().indexOf(':', file(line)) + 1).strip();
  }

  private static String process(Map<String, Line> found, String file) {
    Line pid = found.get("Pid");
    Line name = found.get("Name");
    if (!file.isEmpty()) {
      return file.substring("/proc/".length(), file.indexOf("/status:"));
    }
    return pid != null ? value(pid) : name != null ? value(name) : "";
  }

  /** The line has the real, effective, saved and file system's user. */
  private static Observation.User user(Map<String, Line> found) {
    Line line = found.get("Uid");
    if (line == null) {
      return Observation.User.UNTOLD;
    }
    var words = line.words();
    if (words.size() != 5 || !words.get(2).isNumber()) {
      throw new Misread(line.span(), "four user IDs are expected here", null);
    }
    return Observation.User.ofId(Long.parseLong(words.get(2).text()));
  }
}
