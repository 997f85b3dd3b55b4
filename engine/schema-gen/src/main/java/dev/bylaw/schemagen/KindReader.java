package dev.bylaw.schemagen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the kinds in the classes of the client's operations.
 *
 * <p>Group, version and scope are in the path that {@code createNamespacedPodCall} sends to, the
 * model in what {@code createNamespacedPodWithHttpInfo} returns. Paths below one object are left
 * out: they would make Scale a kind of every group that scales.
 */
final class KindReader extends ClassVisitor {
  private static final Pattern OPERATION =
      Pattern.compile("((?:create|list|read)\\w+?)(Call|WithHttpInfo)");
  private static final Pattern PATH =
      Pattern.compile(
          "/api(?:s/([^/]+))?/([^/]+)/(namespaces/\\{namespace}/)?[a-z]+(?:/\\{name})?");
  private static final Pattern RETURNED =
      Pattern.compile(".*ApiResponse<Lio/kubernetes/client/openapi/models/(\\w+);>;.*");

  private final Map<String, String> paths = new TreeMap<>();
  private final Map<String, String> models = new HashMap<>();

  private KindReader() {
    super(Opcodes.ASM9);
  }

  /** Adds the kinds of one class; a kind is namespaced if any of its paths is. */
  static void read(byte[] classFile, Set<Kind> kinds) {
    var reader = new KindReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    reader.paths.forEach((operation, path) -> reader.add(operation, path, kinds));
  }

  private void add(String operation, String path, Set<Kind> kinds) {
    Matcher parts = PATH.matcher(path);
    String model = models.get(operation);
    if (model == null || !parts.matches()) {
      return;
    }
    String group = parts.group(1) == null ? "" : parts.group(1);
    ModelName name = ModelName.parse(model);
    var namespaced = new Kind(group, parts.group(2), name.name(), true, name);
    var cluster = new Kind(group, parts.group(2), name.name(), false, name);
    if (parts.group(3) != null) {
      kinds.remove(cluster);
      kinds.add(namespaced);
    } else if (!kinds.contains(namespaced)) {
      kinds.add(cluster);
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    Matcher operation = OPERATION.matcher(method);
    if (!operation.matches()) {
      return null;
    }
    String name = operation.group(1);
    if (operation.group(2).equals("WithHttpInfo")) {
      Matcher returned = RETURNED.matcher(signature == null ? "" : signature);
      if (returned.matches()) {
        models.put(name, returned.group(1));
      }
      return null;
    }
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitLdcInsn(Object value) {
        if (value instanceof String text && text.startsWith("/api")) {
          paths.putIfAbsent(name, text);
        }
      }
    };
  }
}
