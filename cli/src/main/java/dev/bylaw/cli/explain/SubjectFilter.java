package dev.bylaw.cli.explain;

import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.value.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object or container, in the words of a waiver: {@code DaemonSet kube-system/cilium container
 * cilium-agent}.
 *
 * @param namespace null stands for an object that names none
 * @param name of the object; {@code *} stands for any characters; null for every object
 * @param container likewise; null for the whole object
 */
public record SubjectFilter(
    String kind, @Nullable String namespace, @Nullable String name, @Nullable String container) {

  public static SubjectFilter parse(String words) {
    List<String> all = Arrays.stream(words.strip().split("\\s+", -1)).toList();
    int container = all.indexOf("container");
    List<String> object = container < 0 ? all : all.subList(0, container);
    List<String> rest = container < 0 ? List.of() : all.subList(container + 1, all.size());
    boolean wrong =
        object.isEmpty()
            || object.getFirst().isEmpty()
            || object.size() > 2
            || (container >= 0 && rest.size() != 1);
    if (wrong) {
      throw new UsageError(
          "`--for " + words + "` names no subject",
          "write it as in a waiver: `--for 'DaemonSet kube-system/cilium container cilium-agent'`");
    }
    String path = object.size() == 1 ? null : object.get(1);
    int slash = path == null ? -1 : path.indexOf('/');
    return new SubjectFilter(
        object.getFirst(),
        path == null || slash < 0 ? null : path.substring(0, slash),
        path == null ? null : path.substring(slash + 1),
        rest.isEmpty() ? null : rest.getFirst());
  }

  public boolean matches(Explanation.Place place) {
    return place.resource().kind().equals(kind)
        && (name == null
            || (Objects.equals(place.resource().namespace(), namespace)
                && matches(name, place.resource().name())))
        && (container == null || matches(container, place.container()));
  }

  private static boolean matches(String pattern, @Nullable String value) {
    return value != null && Glob.matches(pattern, value);
  }
}
