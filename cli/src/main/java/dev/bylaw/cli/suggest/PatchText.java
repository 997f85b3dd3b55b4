package dev.bylaw.cli.suggest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Suggestion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON patch (RFC 6902) that gives a container of a manifest the suggested capabilities. It
 * tests the container's name first, because a list's index is no identity.
 *
 * @param json the patch
 * @param target whose patch it is
 * @param warning why it may not work, or null
 */
public record PatchText(String json, String target, @Nullable String warning) {

  /**
   * Writes the patch.
   *
   * @param container the name of the container; null if there is only one
   */
  public static PatchText of(
      List<Manifest> manifests, String file, @Nullable String container, List<Capability> add) {
    ContainerPlace place = choose(ContainerPlace.in(manifests), file, container);
    if (place.pod().get("os") instanceof Node.Mapping os
        && os.get("name") instanceof Node.Text name
        && name.value().equals("windows")) {
      throw new UsageError(
          "`" + place.described() + "` runs on Windows, where containers have no capabilities",
          null);
    }
    return new PatchText(json(place, add), place.described(), warning(place, add));
  }

  private static ContainerPlace choose(
      List<ContainerPlace> all, String file, @Nullable String container) {
    List<ContainerPlace> found =
        container == null ? all : all.stream().filter(p -> p.name().equals(container)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    String names = String.join(", ", all.stream().map(ContainerPlace::described).toList());
    if (all.isEmpty()) {
      throw new UsageError("there is no container in `" + file + "`", null);
    }
    if (container == null) {
      throw new UsageError(
          "`" + file + "` has " + all.size() + " containers, and a patch is for one",
          "choose with `--container NAME`: " + names);
    }
    if (found.isEmpty()) {
      throw new UsageError(
          "there is no container `" + container + "` in `" + file + "`",
          Suggestion.question(
              container,
              all.stream().map(ContainerPlace::name).distinct().toList(),
              "there are " + names));
    }
    throw new UsageError(
        "`" + file + "` has " + found.size() + " containers named `" + container + "`",
        "give the manifest of one object alone: " + names);
  }

  /** One operation on a line. */
  private static String json(ContainerPlace place, List<Capability> add) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setRootValueSeparator(null);
      text.append("[\n ");
      if (!place.name().isEmpty()) {
        operation(json, "test", place.pointer() + "/name");
        json.writeString(place.name());
        json.writeEndObject();
        json.flush();
        text.append(",\n ");
      }
      Node context = place.securityContext();
      if (context != null && !(context instanceof Node.Mapping)) {
        throw new UsageError(
            "`securityContext` of `" + place.described() + "` is " + context.described(),
            "it must be a map");
      }
      String pointer = place.pointer() + "/securityContext";
      // An operation that adds to a map also replaces what is there.
      operation(json, "add", context == null ? pointer : pointer + "/capabilities");
      if (context == null) {
        json.writeStartObject();
        json.writeFieldName("capabilities");
      }
      capabilities(json, add);
      if (context == null) {
        json.writeEndObject();
      }
      json.writeEndObject();
      json.flush();
      text.append("\n]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void operation(JsonGenerator json, String name, String path) throws IOException {
    json.writeStartObject();
    json.writeStringField("op", name);
    json.writeStringField("path", path);
    json.writeFieldName("value");
  }

  private static void capabilities(JsonGenerator json, List<Capability> add) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("drop");
    json.writeString("ALL");
    json.writeEndArray();
    if (!add.isEmpty()) {
      json.writeArrayFieldStart("add");
      for (Capability capability : add) {
        json.writeString(capability.name());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static @Nullable String warning(ContainerPlace place, List<Capability> add) {
    Node context = place.securityContext();
    if (isTrue(context, "privileged")) {
      return "`"
          + place.described()
          + "` is privileged: as long as it is, runtimes ignore"
          + " `drop` and `add`";
    }
    Node podContext = place.pod().get("securityContext");
    if (!add.isEmpty() && isNotRoot(context, podContext)) {
      return "`"
          + place.described()
          + "` does not run as root: `add` is inert there, unless the"
          + " program file has capabilities of its own";
    }
    return null;
  }

  private static boolean isNotRoot(@Nullable Node context, @Nullable Node podContext) {
    Node user = field(context, "runAsUser");
    if (user == null) {
      user = field(podContext, "runAsUser");
    }
    if (user instanceof Node.Numeral number) {
      return !number.value().equals(Decimal.ZERO);
    }
    Node nonRoot = field(context, "runAsNonRoot");
    return nonRoot == null ? isTrue(podContext, "runAsNonRoot") : isTrue(context, "runAsNonRoot");
  }

  private static @Nullable Node field(@Nullable Node map, String key) {
    Node value = map instanceof Node.Mapping mapping ? mapping.get(key) : null;
    return value instanceof Node.Null ? null : value;
  }

  private static boolean isTrue(@Nullable Node map, String key) {
    return field(map, key) instanceof Node.Bool bool && bool.value();
  }
}
