package dev.bylaw.engine.code;

import dev.bylaw.engine.schema.PodSpecPaths;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a Java class that knows the kinds of one Kubernetes version, as {@link PodSpecPaths}. */
public final class KindCode {
  private KindCode() {}

  public static String of(String packageName, String className, Schema schema) {
    Map<List<List<String>>, List<String>> kinds = new LinkedHashMap<>();
    for (ResourceKind kind : schema.kinds()) {
      kinds
          .computeIfAbsent(kind.podSpecs(), _ -> new ArrayList<>())
          .add(Literals.text(kind.apiVersion() + " " + kind.kind()));
    }
    StringBuilder out = new StringBuilder();
    out.append("package ").append(packageName).append(";\n\n");
    out.append("import java.util.List;\n\n");
    out.append("/** Written by the build: the kinds of Kubernetes ");
    out.append(schema.version().text()).append(". */\n");
    out.append("public final class ").append(className);
    out.append(" implements dev.bylaw.engine.schema.PodSpecPaths {\n  @Override\n");
    out.append("  public List<List<String>> podSpecs(String apiVersion, String kind) {\n");
    out.append("    return switch (apiVersion.concat(\" \").concat(kind)) {\n");
    kinds.forEach((paths, names) ->
        out.append("      case ")
            .append(String.join(",\n          ", names))
            .append(" -> ")
            .append(Literals.list(paths, Literals::texts))
            .append(";\n"));
    out.append("      default -> null;\n    };\n  }\n\n");
    // The types are the index itself, which is read only if a rule asks for them.
    out.append("  @Override\n");
    out.append(
        "  public dev.bylaw.engine.type.ObjectType type(String apiVersion, String kind) {\n");
    out.append("    return dev.bylaw.engine.schema.Schema.of(\n");
    out.append(
        "        dev.bylaw.engine.schema.KubernetesVersion.newest()).type(apiVersion, kind);\n");
    return out.append("  }\n}\n").toString();
  }
}
