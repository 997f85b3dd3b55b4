package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.grammar.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code capsh --print} of every libcap: the shell that it ran in, up to {@code Guessed mode}. */
final class Capsh implements Format {
  private static final String TOOL = "capsh";
  private static final String CURRENT = "Current: ";
  private static final String BOUNDING = "Bounding set =";

  @Override
  public boolean starts(Line line) {
    return line.text().startsWith(CURRENT);
  }

  @Override
  public void read(LineReader lines, Line first, Consumer<Observation> sink) {
    Span sets = first.span(CURRENT.length());
    if (sets.text().isBlank()) {
      throw new Misread(
          first.span(), "the sets are missing here", "nothing held is printed as `=`");
    }
    Mask held = CapabilityText.read(sets).held();
    Mask bounding = null;
    User user = User.UNTOLD;
    lines.pass(first);
    for (Line line = lines.peek(); line != null && continues(line); line = lines.peek()) {
      if (line.text().startsWith(BOUNDING)) {
        bounding = names(line, BOUNDING.length());
      } else if (line.text().startsWith("uid=")) {
        user = user(line);
      }
      lines.pass(line);
    }
    sink.accept(new Observation.Held(first.span(), TOOL, "", user, held, bounding));
  }

  private static boolean continues(Line line) {
    String text = line.text();
    for (String start :
        new String[] {
          BOUNDING,
          "Ambient set =",
          "Current IAB:",
          "Securebits:",
          " secure-",
          "uid=",
          "gid=",
          "groups=",
          "Guessed mode:"
        }) {
      if (text.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** {@code uid=0(root) euid=0(root)}; before libcap 2.29 the first alone. */
  private static User user(Line line) {
    User user = User.UNTOLD;
    for (Word word : line.words()) {
      int equals = word.text().indexOf('=');
      int bracket = word.text().indexOf('(');
      int end = bracket < 0 ? word.text().length() : bracket;
      if (equals < 0 || end < equals || !Word.isNumber(word.text().substring(equals + 1, end))) {
        throw new Misread(word.span(), "`uid=NUMBER(NAME)` is expected here", null);
      }
      user = User.ofId(Long.parseLong(word.text().substring(equals + 1, end)));
    }
    return user;
  }

  /** Names with cap_ and numbers, with commas between them. */
  static Mask names(Line line, int from) {
    long bits = 0;
    int end = line.text().length();
    while (end > from && Line.isSpace(line.text().charAt(end - 1))) {
      end--;
    }
    while (from < end) {
      int comma = line.text().indexOf(',', from);
      int to = comma < 0 ? end : comma;
      bits |= 1L << number(line.text().substring(from, to), line.span(from, to));
      from = to + 1;
      if (comma >= 0 && from >= end) {
        throw new Misread(line.span(comma, end), "a name is missing after this comma", null);
      }
    }
    return new Mask(bits);
  }

  private static int number(String name, Span span) {
    if (Word.isNumber(name)) {
      long number = Long.parseLong(name);
      if (number < Long.SIZE) {
        return (int) number;
      }
      throw new Misread(span, "a capability's number is one of 0 to 63", null);
    }
    Capability capability = new Word(name, span).capability();
    if (name.length() == capability.name().length()) {
      throw new Misread(span, "`" + name + "` lacks the prefix cap_", null);
    }
    return capability.number();
  }

  /** {@code capsh --decode=MASK}: {@code 0x0000000000000400=cap_net_bind_service}. */
  static final class Decoded implements Format {
    private static final String TOOL = "capsh --decode";

    @Override
    public boolean starts(Line line) {
      return line.text().startsWith("0x") && line.text().indexOf('=') > 0;
    }

    @Override
    public void read(LineReader lines, Line line, Consumer<Observation> sink) {
      int equals = line.text().indexOf('=');
      Mask mask = Hex.mask(line.text().substring(2, equals), line.span(0, equals));
      Mask names = names(line, equals + 1);
      if (!mask.equals(names)) {
        throw new Misread(
            line.span(), "the mask and the names after it are not the same set", null);
      }
      @Nullable Mask untold = null;
      sink.accept(new Observation.Held(line.span(), TOOL, "", User.UNTOLD, mask, untold));
      lines.pass(line);
    }
  }
}
