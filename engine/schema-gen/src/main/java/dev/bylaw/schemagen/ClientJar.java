package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the binary jar of {@code io.kubernetes:client-java-api}. */
final class ClientJar {
  private static final String MODELS = "io/kubernetes/client/openapi/models/";
  private static final String OPERATIONS = "io/kubernetes/client/openapi/apis/";

  private ClientJar() {}

  static Api read(String minor, Path jar) throws IOException {
    SortedMap<ModelName, Model> models = new TreeMap<>();
    SortedSet<Kind> kinds = new TreeSet<>();
    try (var zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!name.endsWith(".class") || name.contains("$")) {
          continue;
        }
        if (name.startsWith(MODELS)) {
          String simpleName = name.substring(MODELS.length(), name.length() - ".class".length());
          Model model = ModelReader.read(simpleName, bytes(zip, entry));
          if (model != null) {
            models.put(model.name(), model);
          }
        } else if (name.startsWith(OPERATIONS)) {
          KindReader.read(bytes(zip, entry), kinds);
        }
      }
    }
    if (models.isEmpty() || kinds.isEmpty()) {
      throw new SchemaException(jar + " holds no models, or no operations, of the Kubernetes API");
    }
    return new Api(minor, models, kinds);
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
