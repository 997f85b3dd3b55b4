import dev.bylaw.engine.report.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what the engine reads from its class path as files that a page can fetch: {@code Resources
 * FOLDER}. Each is a JSON object from paths to contents: {@code schema.json} in Base64, {@code
 * library.json} as text.
 */
void main(String[] arguments) throws IOException {
  Path folder = Files.createDirectories(Path.of(arguments[0]));
  String index = "/dev/bylaw/engine/schema/index.bin";
  write(
      folder.resolve("schema.json"),
      Map.of(index, Base64.getEncoder().encodeToString(resource(index))));
  String root = "/dev/bylaw/stdlib/rules/";
  Map<String, String> library = new LinkedHashMap<>();
  String list = new String(resource(root + "rules.txt"), StandardCharsets.UTF_8);
  library.put(root + "rules.txt", list);
  for (String file : list.split("\n")) {
    library.put(root + file, new String(resource(root + file), StandardCharsets.UTF_8));
  }
  write(folder.resolve("library.json"), library);
}

byte[] resource(String path) throws IOException {
  try (InputStream in = JsonWriter.class.getResourceAsStream(path)) {
    if (in == null) {
      throw new IOException("nothing at " + path);
    }
    return in.readAllBytes();
  }
}

void write(Path file, Map<String, String> contents) throws IOException {
  Files.writeString(file, JsonWriter.object(out -> contents.forEach(out::writeStringField)) + "\n");
}
