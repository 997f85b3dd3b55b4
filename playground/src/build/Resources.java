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
 * texts.
 */
void main(String[] arguments) throws IOException {
  Path folder = Files.createDirectories(Path.of(arguments[0]));
  String schema = "/dev/bylaw/engine/schema/";
  Files.write(folder.resolve("schema.bin"), resource(schema + "index.bin"));
  Files.write(folder.resolve("descriptions.bin"), resource(schema + "descriptions.bin"));
  String root = "/dev/bylaw/stdlib/rules/";
  Map<String, String> library = new LinkedHashMap<>();
  String list = new String(resource(root + "rules.txt"), StandardCharsets.UTF_8);
  library.put(root + "rules.txt", list);
  for (String file : list.split("\n")) {
    library.put(root + file, new String(resource(root + file), StandardCharsets.UTF_8));
  }
  Files.writeString(
      folder.resolve("library.json"),
      JsonWriter.object(out -> library.forEach(out::writeStringField)) + "\n");
}

byte[] resource(String path) throws IOException {
  try (InputStream in = JsonWriter.class.getResourceAsStream(path)) {
    if (in == null) {
      throw new IOException("nothing at " + path);
    }
    return in.readAllBytes();
  }
}
