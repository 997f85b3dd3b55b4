package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word after {@code effective}: the paths of which the first that is set counts, and what the API
 * takes where none is.
 *
 * <p>The facts are those of the API's own documentation and of {@code pkg/securitycontext/util.go}
 * and {@code pkg/apis/core/v1/defaults.go} of Kubernetes.
 *
 * @param name as rules write it, with dots
 * @param level whose word it is
 * @param sources from the one that counts most
 * @param whole what takes the place of what: all of a source, or each of its parts by itself
 * @param fallback the text of the default; null if there is none, so that the value may be absent
 */
record EffectiveWord(
    String name, Level level, List<Source> sources, Replacement whole, @Nullable String fallback) {

  /** A path from a container, its Pod spec or its object. */
  record Source(Level level, List<String> path) {}

  /** How one source takes the place of another. */
  enum Replacement {
    /** The value, with all its parts. */
    WHOLE,
    /** Part by part: such a word is no value until a part is named. */
    BY_PART
  }

  /** Of these kinds alone is it known what the API takes for {@code spec.replicas}. */
  static final List<String> REPLICATED =
      List.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController");

  static final String CAPABILITIES = "capabilities";

  /** In the order in which they are listed to who asks for one that is not there. */
  static final List<EffectiveWord> ALL =
      List.of(
          ofContainer("allowPrivilegeEscalation", "true"),
          ofBoth("appArmorProfile", null),
          new EffectiveWord(CAPABILITIES, Level.CONTAINER, List.of(), Replacement.WHOLE, null),
          ofContainer("privileged", "false"),
          ofContainer("procMount", "Default"),
          ofContainer("readOnlyRootFilesystem", "false"),
          ofResources("limits", List.of("limits")),
          ofResources("requests", List.of("requests", "limits")),
          ofBoth("runAsGroup", null),
          ofBoth("runAsNonRoot", "false"),
          ofBoth("runAsUser", null),
          ofBoth("seLinuxOptions", null),
          ofBoth("seccompProfile", null),
          new EffectiveWord(
              "windowsOptions",
              Level.CONTAINER,
              securityContexts("windowsOptions"),
              Replacement.BY_PART,
              null),
          ofPod("hostIPC", "false"),
          ofPod("hostNetwork", "false"),
          ofPod("hostPID", "false"),
          ofPod("hostUsers", "true"),
          new EffectiveWord(
              "replicas",
              Level.RESOURCE,
              List.of(new Source(Level.RESOURCE, List.of("spec", "replicas"))),
              Replacement.WHOLE,
              "1"));

  private static EffectiveWord ofContainer(String field, String fallback) {
    Source own = new Source(Level.CONTAINER, List.of("securityContext", field));
    return new EffectiveWord(field, Level.CONTAINER, List.of(own), Replacement.WHOLE, fallback);
  }

  private static EffectiveWord ofBoth(String field, @Nullable String fallback) {
    return new EffectiveWord(
        field, Level.CONTAINER, securityContexts(field), Replacement.WHOLE, fallback);
  }

  private static List<Source> securityContexts(String field) {
    List<String> path = List.of("securityContext", field);
    return List.of(new Source(Level.CONTAINER, path), new Source(Level.POD, path));
  }

  private static EffectiveWord ofResources(String field, List<String> fields) {
    List<Source> sources =
        fields.stream().map(one -> new Source(Level.CONTAINER, List.of("resources", one))).toList();
    return new EffectiveWord(
        "resources." + field, Level.CONTAINER, sources, Replacement.BY_PART, null);
  }

  private static EffectiveWord ofPod(String field, String fallback) {
    Source own = new Source(Level.POD, List.of(field));
    return new EffectiveWord(field, Level.POD, List.of(own), Replacement.WHOLE, fallback);
  }

  /** What counts where the first source is not set. */
  EffectiveWord otherwise() {
    return new EffectiveWord(name, level, sources.subList(1, sources.size()), whole, fallback);
  }

  /** Its names between the dots. */
  List<String> names() {
    return List.of(name.split("\\.", -1));
  }
}
