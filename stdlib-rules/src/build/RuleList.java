import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Copies the rules to the class path and lists them: {@code RuleList SOURCE-FOLDER TARGET-FOLDER}.
 * Run by the build.
 */
void main(String[] args) throws IOException {
  Path source = Path.of(args[0]);
  Path target = Path.of(args[1]);
  StringBuilder list = new StringBuilder();
  try (var files = Files.walk(source)) {
    List<Path> rules =
        files
            .filter(f -> f.toString().endsWith(".bylaw"))
            // Folder by folder: a text `path-sensitive/` would come before `path/`.
            .sorted(Comparator.comparing(f -> source.relativize(f).toString().replace('/', ' ')))
            .toList();
    for (Path file : rules) {
      Path relative = source.relativize(file);
      Path copy = target.resolve(relative);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, Files.readString(file));
      list.append(relative.toString().replace('\\', '/')).append('\n');
    }
  }
  Files.writeString(target.resolve("rules.txt"), list);
}
