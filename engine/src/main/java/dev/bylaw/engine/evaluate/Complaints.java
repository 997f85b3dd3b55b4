package dev.bylaw.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a manifest where rules read it: each place once, however many rules read it.
 *
 * <p>While one rule is evaluated it also remembers whether that rule met one of them, because a
 * requirement that is not met only for that reason would tell the same cause twice.
 */
final class Complaints {
  private final Map<String, Complaint> byPath = new LinkedHashMap<>();
  private boolean tainted;

  /** What is wrong, and where. */
  record Complaint(Location location, String message) {}

  void startRule() {
    tainted = false;
  }

  void taint() {
    tainted = true;
  }

  boolean isTainted() {
    return tainted;
  }

  void add(Location location, String message) {
    tainted = true;
    byPath.putIfAbsent(location.path(), new Complaint(location, message));
  }

  /** All of them, and forgets them. */
  List<Complaint> take() {
    List<Complaint> taken = List.copyOf(byPath.values());
    byPath.clear();
    return taken;
  }
}
