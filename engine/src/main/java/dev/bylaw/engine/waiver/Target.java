package dev.bylaw.engine.waiver;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.value.PathText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a comment is about. */
sealed interface Target {
  /**
   * Values of one object, by their paths from the document's root.
   *
   * @param container the name of the container that they are in, or null
   */
  record Values(Resource resource, List<String> paths, @Nullable String container)
      implements Target {
    public Values {
      paths = List.copyOf(paths);
    }

    /**
     * Whether the finding is about one of these values or something in it. One about a container is
     * so only if the values are of that very container: what stands above many waives none of them.
     */
    boolean covers(Finding finding) {
      return finding.resource().pathPrefix().equals(resource.pathPrefix())
          && paths.stream()
              .anyMatch(path ->
                  PathText.isWithin(finding.path(), path)
                      && Objects.equals(
                          PathText.container(path), PathText.container(finding.path())));
    }
  }

  /** Nothing, and why. */
  record Nothing(String message, String help) implements Target {}
}
