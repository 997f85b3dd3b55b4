import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Copies the rules to the class path and lists them: {@code RuleList SOURCE-FOLDER TARGET-FOLDER}.
 * Run by the build.
 */
void main(String[] args) throws IOException {
  Path source = Path.of(args[0]);
  Path target = Path.of(args[1]);
  StringBuilder list = new StringBuilder();
  try (var files = Files.walk(source)) {
    for (Path file : files.filter(f -> f.toString().endsWith(".bylaw")).sorted().toList()) {
      Path relative = source.relativize(file);
      Path copy = target.resolve(relative);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, Files.readString(file));
      list.append(relative.toString().replace('\\', '/')).append('\n');
    }
  }
  Files.writeString(target.resolve("rules.txt"), list);
}
