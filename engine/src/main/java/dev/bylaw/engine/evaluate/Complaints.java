package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.value.PathText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a manifest where rules read it: each place once, however many rules read it.
 *
 * <p>While one rule is evaluated it also remembers whether that rule met one of them, because a
 * requirement that is not met only for that reason would tell the same cause twice.
 */
final class Complaints {
  private final Map<String, Complaint> byPath = new LinkedHashMap<>();
  private boolean tainted;

  /** What is wrong, and where; in which container, if it was met while one was looked at. */
  record Complaint(Location location, Frame.@Nullable Container container, String message) {}

  void startRule() {
    tainted = false;
  }

  void taint() {
    tainted = true;
  }

  boolean isTainted() {
    return tainted;
  }

  void add(Location location, Frame.@Nullable Container container, String message) {
    tainted = true;
    byPath.putIfAbsent(location.path(), new Complaint(location, container, message));
  }

  int count() {
    return byPath.size();
  }

  /** Whether a value of the wrong type is there, or above it, or in it. */
  boolean touch(Location location) {
    return byPath.keySet().stream()
        .anyMatch(path ->
            PathText.isWithin(location.path(), path) || PathText.isWithin(path, location.path()));
  }

  /** All of them, and forgets them. */
  List<Complaint> take() {
    List<Complaint> taken = List.copyOf(byPath.values());
    byPath.clear();
    return taken;
  }
}
