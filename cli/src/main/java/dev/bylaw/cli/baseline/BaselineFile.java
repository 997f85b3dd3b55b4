package dev.bylaw.cli.baseline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.report.Json;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A baseline as a file: JSON with one finding on a line, in an order that does not depend on the
 * run, so that it can be reviewed and merged like any other file. Every doubt about it is an error:
 * a finding that a damaged baseline seems to know would pass.
 *
 * @param name as the user wrote it
 */
public record BaselineFile(String name, Path path) {
  /** Where a baseline is if nobody says where. */
  public static final String DEFAULT = ".bylaw-baseline.json";

  private static final int VERSION = 1;
  private static final int SHOWN = 3;
  private static final List<String> KEYS =
      List.of("fingerprint", "rule", "file", "resource", "message");
  private static final int FINGERPRINT = 32;
  private static final JsonFactory FACTORY = new JsonFactory();

  /** The file of this name, seen from the session's directory. */
  public static BaselineFile named(String name, Session session) {
    return new BaselineFile(name, session.resolve(name).toAbsolutePath().normalize());
  }

  /** What a file of the run is called in the baseline: seen from the baseline's own directory. */
  public String nameOf(String file, Session session) {
    if (file.equals("-")) {
      return file;
    }
    Path from = path.getParent();
    Path to = session.resolve(file).toAbsolutePath().normalize();
    String relative = (from == null ? to : from.relativize(to)).toString();
    return relative.replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Where the file of an entry is, or was. */
  public Path placeOf(Entry entry) {
    return path.resolveSibling(entry.file()).normalize();
  }

  public boolean exists() {
    return Files.exists(path);
  }

  /** Says which of its findings are no longer there. */
  public Diagnostic remark(List<Entry> gone) {
    List<String> shown =
        gone.stream().limit(SHOWN).map(entry -> entry.rule() + " in " + entry.resource()).toList();
    String more = gone.size() > SHOWN ? " and " + (gone.size() - SHOWN) + " more" : "";
    return Diagnostic.of(
        CliCode.STALE_BASELINE,
        new Span(new Source(name, ""), 0, 0),
        (gone.size() == 1 ? "a finding" : gone.size() + " findings")
            + " of the baseline "
            + (gone.size() == 1 ? "is" : "are")
            + " no longer there: "
            + String.join(", ", shown)
            + more,
        "`bylaw baseline update` with the same rules and files takes "
            + (gone.size() == 1 ? "it out" : "them out"));
  }

  /** Reads it; whatever is wrong with it is a mistake of the command line. */
  public Baseline read() {
    try (JsonParser json = FACTORY.createParser(Files.readAllBytes(path))) {
      return new Baseline(document(json));
    } catch (NoSuchFileException e) {
      throw new UsageError(
          "there is no baseline `" + name + "`", "`bylaw baseline create` writes one");
    } catch (JacksonException e) {
      throw broken("it is no JSON (line " + e.getLocation().getLineNr() + ")");
    } catch (IOException e) {
      throw new UsageError("the baseline `" + name + "` cannot be read", null);
    }
  }

  private List<Entry> document(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
    expect("version".equals(json.nextFieldName()), "it does not begin with its version");
    expect(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "its version is no number");
    if (json.getIntValue() != VERSION) {
      throw new UsageError(
          "the baseline `" + name + "` has version " + json.getIntValue(),
          "this version of Bylaw reads version " + VERSION);
    }
    expect("findings".equals(json.nextFieldName()), "it has no findings");
    expect(json.nextToken() == JsonToken.START_ARRAY, "its findings are no list");
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Entry entry = entry(json);
      expect(
          entries.put(entry.fingerprint(), entry) == null,
          "it has the fingerprint " + entry.fingerprint() + " twice");
    }
    expect(json.nextToken() == JsonToken.END_OBJECT, "there is more in it than its findings");
    expect(json.nextToken() == null, "something follows its end");
    return List.copyOf(entries.values());
  }

  private Entry entry(JsonParser json) throws IOException {
    expect(json.currentToken() == JsonToken.START_OBJECT, "a finding is no object");
    Map<String, String> values = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = String.valueOf(json.currentName());
      expect(KEYS.contains(key), "a finding has the unknown key `" + key + "`");
      expect(json.nextToken() == JsonToken.VALUE_STRING, "`" + key + "` is no text");
      expect(values.put(key, json.getText()) == null, "a finding has `" + key + "` twice");
    }
    String fingerprint = values.getOrDefault("fingerprint", "");
    boolean isOne =
        fingerprint.length() == FINGERPRINT
            && fingerprint.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    expect(isOne && values.size() == KEYS.size(), "a finding is not complete");
    return new Entry(
        fingerprint,
        values.getOrDefault("rule", ""),
        values.getOrDefault("file", ""),
        values.getOrDefault("resource", ""),
        values.getOrDefault("message", ""));
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw broken(otherwise);
    }
  }

  private UsageError broken(String why) {
    return new UsageError(
        "the baseline `" + name + "` is damaged: " + why,
        "take an older version of the file, or write it anew with `bylaw baseline create`");
  }

  /** Writes it, in place of what was there. */
  public void write(List<Entry> entries) {
    try {
      Files.writeString(path, text(entries));
    } catch (IOException e) {
      throw new UsageError("cannot write the baseline `" + name + "`", null);
    }
  }

  /** The text of the file. */
  public static String text(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparing(Entry::file)
            .thenComparing(Entry::resource)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::fingerprint));
    return "{\"version\": "
        + VERSION
        + ",\n \"findings\": "
        + Json.lines(sorted.stream().map(BaselineFile::line).toList())
        + "}\n";
  }

  private static String line(Entry entry) {
    return Json.object(json -> {
      json.writeStringField("fingerprint", entry.fingerprint());
      json.writeStringField("rule", entry.rule());
      json.writeStringField("file", entry.file());
      json.writeStringField("resource", entry.resource());
      json.writeStringField("message", entry.message());
    });
  }
}
