package dev.bylaw.cli.init;

import java.util.List;

/**
 * What lies in a folder, by paths as seen from it, in their order.
 *
 * @param manifests folders at the top with Kubernetes manifests somewhere below; {@code .} is the
 *     folder itself, for those that lie in it directly
 * @param atTheTop patterns of the manifests that lie in the folder itself
 * @param charts folders of Helm charts
 * @param templates folders of templates in these charts, which are no manifests yet
 * @param overlays folders that kustomize builds from
 * @param definitions files that define custom kinds, and can be used
 * @param unusable files that mean to define custom kinds, and cannot be used or read
 * @param rules folders at the top with rule files somewhere below; {@code .} likewise
 * @param baseline whether known findings are written down
 * @param restricted whether a namespace is held to the restricted Pod Security Standard
 */
record Surroundings(
    List<String> manifests,
    List<String> atTheTop,
    List<String> charts,
    List<String> templates,
    List<String> overlays,
    List<String> definitions,
    List<String> unusable,
    List<String> rules,
    boolean baseline,
    boolean restricted) {
  Surroundings {
    manifests = List.copyOf(manifests);
    atTheTop = List.copyOf(atTheTop);
    charts = List.copyOf(charts);
    templates = List.copyOf(templates);
    overlays = List.copyOf(overlays);
    definitions = List.copyOf(definitions);
    unusable = List.copyOf(unusable);
    rules = List.copyOf(rules);
  }
}
