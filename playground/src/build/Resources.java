import dev.bylaw.engine.report.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what the engine reads from its class path as files that a page can fetch: {@code Resources
 * FOLDER}. {@code schema.bin} is the index of the schema, {@code descriptions.bin} what the API
 * says of it; {@code library.json} is an object from the paths of the standard library to their
 * texts, and from that of what is said of the words of the language.
 */
void main(String[] arguments) throws IOException {
  Path folder = Files.createDirectories(Path.of(arguments[0]));
  String schema = "/dev/bylaw/engine/schema/";
  Files.write(folder.resolve("schema.bin"), resource(schema + "index.bin"));
  Files.write(folder.resolve("descriptions.bin"), resource(schema + "descriptions.bin"));
  String root = "/dev/bylaw/stdlib/rules/";
  Map<String, String> library = new LinkedHashMap<>();
  String list = text(root + "rules.txt");
  library.put(root + "rules.txt", list);
  for (String file : list.split("\n")) {
    library.put(root + file, text(root + file));
  }
  library.put("keywords.md", text("/dev/bylaw/engine/service/keywords.md"));
  Files.writeString(
      folder.resolve("library.json"),
      JsonWriter.object(out -> library.forEach(out::writeStringField)) + "\n");
}

String text(String path) throws IOException {
  return new String(resource(path), StandardCharsets.UTF_8);
}

byte[] resource(String path) throws IOException {
  try (InputStream in = JsonWriter.class.getResourceAsStream(path)) {
    if (in == null) {
      throw new IOException("nothing at " + path);
    }
    return in.readAllBytes();
  }
}
