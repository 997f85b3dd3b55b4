package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the index of the Kubernetes API's types.
 *
 * <p>Arguments: the directory of the tables, the directory of the two files to write, then the
 * versions, oldest first, as {@code 1.31=path/to/client.jar}. Equal input gives equal bytes.
 * Nothing is done where a file beside the output says that it was made of this very input by this
 * very tool.
 */
public final class SchemaGenerator {
  private SchemaGenerator() {}

  public static void main(String[] args) throws IOException {
    Path tables = Path.of(args[0]);
    Path out = Path.of(args[1]);
    List<String> versions = List.of(args).subList(2, args.length);
    List<Path> inputs = new ArrayList<>(List.of(tables, Path.of(ownLocation())));
    versions.forEach(version -> inputs.add(jar(version)));
    Fingerprint fingerprint = Fingerprint.of(inputs);
    Path made = out.resolveSibling(out.getFileName() + ".inputs");
    if (Files.exists(out.resolve("index.bin")) && fingerprint.isIn(made)) {
      return;
    }
    Files.deleteIfExists(made);
    Overlays overlays = Overlays.read(tables);
    List<Api> apis = new ArrayList<>();
    for (String version : versions) {
      Api plain = ClientJar.read(version.substring(0, version.indexOf('=')), jar(version));
      apis.add(overlays.apply(plain));
    }
    overlays.checkAllUsed();
    byte[] descriptions = DescriptionWriter.write(apis);
    byte[] index = IndexWriter.write(apis);
    Files.createDirectories(out);
    Files.write(out.resolve("descriptions.bin"), descriptions);
    Files.write(out.resolve("index.bin"), index);
    fingerprint.writeTo(made);
  }

  private static Path jar(String version) {
    return Path.of(version.substring(version.indexOf('=') + 1));
  }

  private static String ownLocation() {
    return SchemaGenerator.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
