package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Subject;

/** Where a finding is, in the words of whoever wrote the manifest. */
public final class Trail {
  private static final String STEP = " › ";

  private Trail() {}

  /** {@code DaemonSet monitoring/agent › containers[agent] › securityContext.privileged}. */
  public static String of(Finding finding) {
    String path = finding.path();
    String prefix = finding.resource().pathPrefix();
    path = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    String object = object(finding.resource());
    int open = finding.container() == null ? -1 : containerList(path);
    int close = open < 0 ? -1 : path.indexOf(']', open);
    if (close < 0) {
      return path.isEmpty() ? object : object + STEP + path;
    }
    String list = path.substring(path.lastIndexOf('.', open) + 1, open);
    String rest = path.substring(Math.min(path.length(), close + 1));
    rest = rest.startsWith(".") ? rest.substring(1) : rest;
    String container = object + STEP + list + "[" + finding.container() + "]";
    return rest.isEmpty() ? container : container + STEP + rest;
  }

  /** {@code DaemonSet monitoring/agent}. */
  public static String object(Resource resource) {
    String kind = resource.kind().isEmpty() ? "object" : resource.kind();
    String name = resource.name() == null ? "(unnamed)" : resource.name();
    return kind + " " + (resource.namespace() == null ? "" : resource.namespace() + "/") + name;
  }

  /** Where the index of the container stands in the path, or -1. */
  private static int containerList(String path) {
    int first = -1;
    for (Subject.ContainerList list : Subject.ContainerList.values()) {
      String step = list.field() + "[";
      int at = path.startsWith(step) ? 0 : path.indexOf("." + step);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first < 0 ? -1 : path.indexOf('[', first);
  }
}
