package dev.bylaw.engine.waiver;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.NodePath;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.value.PathText;
import org.jspecify.annotations.Nullable;

/** The names of containers. */
final class Containers {
  private Containers() {}

  /** The name of the container in which a path lies; null if it lies in none, or in one without. */
  static @Nullable String name(Resource resource, String path) {
    String container = PathText.container(path);
    return container != null
            && NodePath.parse(container.substring(resource.pathPrefix().length()))
                    .follow(resource.root())
                instanceof Node.Mapping map
            && map.get("name") instanceof Node.Text name
        ? name.value()
        : null;
  }
}
