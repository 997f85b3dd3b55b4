package dev.bylaw.cli.rules;

import dev.bylaw.cli.UsageError;
import dev.bylaw.cli.Written;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;

/** Reads what is set with rules: {@code --param PACK.NAME=VALUE} and {@code std/PACK@v1.30}. */
public final class SettingOptions {
  private static final String PLACE = "command line";
  private static final String PARAM = "--param ";

  private SettingOptions() {}

  /** A value may hold dots and equals signs; the names before it do not. */
  public static Settings.Parameter parameter(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 0) {
      throw new UsageError(
          "`--param " + argument + "` gives no value", "write `--param PACK.NAME=VALUE`");
    }
    int dot = argument.lastIndexOf('.', equals);
    if (dot <= 0 || dot + 1 == equals) {
      throw new UsageError(
          "`--param " + argument + "` does not name a pack and a parameter",
          "write `--param PACK.NAME=VALUE`");
    }
    Source source = new Source(PLACE, PARAM + argument);
    int start = PARAM.length();
    Span place = new Span(source, start, start + equals);
    Span value = new Span(source, start + equals + 1, source.text().length());
    return new Settings.Parameter(
        argument.substring(0, dot),
        argument.substring(dot + 1, equals),
        place,
        new Node.Text(value.text(), value));
  }

  /** {@code std/NAME@VERSION}, of which {@code at} is where the version begins. */
  static Settings.PackVersion version(String name, Written argument, int at) {
    Span written = argument.place();
    // In quotes there is more to the place than the text.
    int start = written.start() + Math.max(0, written.text().indexOf('@') + 1);
    String version = argument.text().substring(at);
    return new Settings.PackVersion(
        name, version, new Span(written.source(), start, start + version.length()));
  }
}
