import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every Java file to google-java-format, or rewrites it with {@code --write}.
 *
 * <p>A program of its own, started by Maven with the JDK that compiles the project: the formatter parses with the javac of the JVM it runs in,
 * and Maven's own JVM may be too old to know the language level of these sources.
 */
void main(String[] args) throws IOException, FormatterException {
  boolean write = List.of(args).contains("--write");
  List<Path> wrong = new ArrayList<>();
  try (var files = Files.walk(Path.of("."))) {
    for (Path file : files.filter(f -> isOurs(f.toString())).sorted().toList()) {
      String before = Files.readString(file);
      String after = format(file, before);
      if (after.equals(before)) {
        continue;
      }
      wrong.add(file);
      if (write) {
        Files.writeString(file, after);
      }
    }
  }
  for (Path file : wrong) {
    System.err.println((write ? "formatted " : "not formatted: ") + file);
  }
  if (!write && !wrong.isEmpty()) {
    System.err.println("Run: mvn -N validate -Dformat=write");
    System.exit(1);
  }
}

boolean isOurs(String file) {
  return file.endsWith(".java") && !file.contains("/target/") && !file.contains("/node_modules/") && !file.contains("/.");
}

String format(Path file, String text) throws FormatterException {
  try {
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    String imports = RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE));
    return formatter.formatSource(imports);
  } catch (FormatterException e) {
    throw new FormatterException(file + ": " + e.getMessage());
  }
}
