package dev.bylaw.playground;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Short texts that ask for much work. */
final class Runaway {
  /** Three quantifiers over one list; its pack is {@code t} and its name {@code r}. */
  static final String RULE =
      """
      pack t
      rule r {
        for pod
        deny any a in volumes: any b in volumes: any c in volumes:
          a.name == "x" and b.name == "y" and c.name == "z"
      }
      """;

  private static final int PLENTY = 1_000_000_000;

  private Runaway() {}

  /** A Pod with so many volumes. */
  static String pod(int volumes) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers: [{name: c}]\n  volumes: ["
        + IntStream.range(0, volumes)
            .mapToObj(i -> "{name: v" + i + "}")
            .collect(Collectors.joining(", "))
        + "]\n";
  }

  /** A workload in which a recommended pack finds much. */
  static String deployment() {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: d, namespace: shop}
    spec:
      replicas: 1
      selector: {matchLabels: {app: d}}
      template:
        metadata: {labels: {app: d}}
        spec:
          initContainers:
          - name: init
            image: busybox
            securityContext: {capabilities: {add: [NET_ADMIN]}}
          containers:
          - name: app
            image: nginx:latest
            ports: [{containerPort: 80}]
            env: [{name: PASSWORD, value: hunter2}]
    """;
  }

  /** Words of which each says the one before it twice; its rule is {@code t/r}. */
  static String doubling(int times) {
    StringBuilder text = new StringBuilder("pack t\ndefine d0 for container = image like \"a*\"\n");
    for (int i = 0; i < times; i++) {
      text.append("define d%d for container = d%d and d%d\n".formatted(i + 1, i, i));
    }
    return text + "rule r {\n  for container\n  deny d%d\n}\n".formatted(times);
  }

  /** The smallest budget with which a check of these is answered. */
  static int leastBudget(String rules, String manifest) {
    int stopped = 0;
    int answered = PLENTY;
    while (answered - stopped > 1) {
      int budget = stopped + (answered - stopped) / 2;
      if (isStopped(new Playground(budget), rules, manifest)) {
        stopped = budget;
      } else {
        answered = budget;
      }
    }
    return answered;
  }

  /** How many volumes the page's budget is enough for. */
  static int mostVolumes() {
    int answered = 1;
    int stopped = 400;
    while (stopped - answered > 1) {
      int volumes = answered + (stopped - answered) / 2;
      if (isStopped(new Playground(), RULE, pod(volumes))) {
        stopped = volumes;
      } else {
        answered = volumes;
      }
    }
    return answered;
  }

  private static boolean isStopped(Playground playground, String rules, String manifest) {
    playground.hold("a.bylaw", rules);
    playground.hold("m.yaml", manifest);
    return playground
        .answer(
            """
            {"ask":"check","today":"2026-11-23","rules":["a.bylaw"],"manifests":["m.yaml"]}
            """)
        .startsWith("{\"stopped\"");
  }
}
