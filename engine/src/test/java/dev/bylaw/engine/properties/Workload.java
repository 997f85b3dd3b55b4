package dev.bylaw.engine.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Pod spec, and the texts that all mean this Pod spec. */
record Workload(Map<String, List<Container>> lists, boolean hostNetwork) {

  /** Each part is JSON, or null where it is left out. */
  record Container(
      String name,
      @Nullable String image,
      @Nullable String add,
      @Nullable String drop,
      @Nullable String privileged) {

    String securityContext() {
      List<String> capabilities = new ArrayList<>();
      field(capabilities, "add", add);
      field(capabilities, "drop", drop);
      List<String> context = new ArrayList<>();
      field(context, "privileged", privileged);
      field(context, "capabilities", object(capabilities));
      return object(context);
    }

    String json(String context) {
      List<String> fields = new ArrayList<>();
      field(fields, "name", "\"" + name + "\"");
      field(fields, "image", image);
      field(fields, "securityContext", context);
      return object(fields);
    }
  }

  private static void field(List<String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.add("\"" + name + "\": " + value);
    }
  }

  private static String object(List<String> fields) {
    return "{" + String.join(", ", fields) + "}";
  }

  /** All containers in one list, whichever they were in. */
  Workload movedTo(String list) {
    List<Container> all = new ArrayList<>();
    lists.values().forEach(all::addAll);
    return new Workload(Map.of(list, all), hostNetwork);
  }

  String json() {
    return spec(new LinkedHashMap<>(), false);
  }

  /** With an anchor at each security context and image, and an alias where one comes again. */
  String withAnchors() {
    return spec(new LinkedHashMap<>(), true);
  }

  private String spec(Map<String, String> anchors, boolean anchored) {
    List<String> fields = new ArrayList<>();
    field(fields, "hostNetwork", Boolean.toString(hostNetwork));
    lists.forEach((list, containers) ->
        field(
            fields,
            list,
            containers.stream()
                .map(container -> {
                  String context = container.securityContext();
                  return container.json(anchored ? anchor(anchors, context) : context);
                })
                .collect(Collectors.joining(", ", "[", "]"))));
    return object(fields);
  }

  private static String anchor(Map<String, String> anchors, String value) {
    String known = anchors.get(value);
    if (known != null) {
      return "*" + known;
    }
    anchors.put(value, "a" + anchors.size());
    return "&a" + (anchors.size() - 1) + " " + value;
  }

  /** The text of a kind that carries the Pod spec. */
  static String in(String kind, String spec) {
    String template = "{\"spec\": " + spec + "}";
    return switch (kind) {
      case "Pod" -> object("v1", kind, "\"spec\": " + spec);
      case "PodTemplate" -> object("v1", kind, "\"template\": " + template);
      case "ReplicationController" -> object("v1", kind, inSpec(template));
      case "Job" -> object("batch/v1", kind, inSpec(template));
      case "CronJob" ->
          object("batch/v1", kind, "\"spec\": {\"jobTemplate\": {" + inSpec(template) + "}}");
      default -> object("apps/v1", kind, inSpec(template));
    };
  }

  private static String inSpec(String template) {
    return "\"spec\": {\"template\": " + template + "}";
  }

  private static String object(String apiVersion, String kind, String rest) {
    return "{\"apiVersion\": \""
        + apiVersion
        + "\", \"kind\": \""
        + kind
        + "\", \"metadata\": {\"name\": \"x\"}, "
        + rest
        + "}";
  }

  static String inList(String object) {
    return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + object + "]}";
  }
}
