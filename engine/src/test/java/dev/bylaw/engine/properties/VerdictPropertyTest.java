package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.properties.Workload.Container;
import dev.bylaw.grammar.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How a Pod spec is wrapped and written decides nothing. */
class VerdictPropertyTest {
  private static final List<String> LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private static final Plan PLAN =
      Run.plan(
          new Source(
              "rules.bylaw",
              """
              rule add { deny add contains any of [SYS_ADMIN, BPF] message "{matched}" }
              rule only { for container require add contains only [CHOWN] message "{matched}" }
              rule element { for container require all c in add: c != BPF message "{c}" }
              rule drop { require drop contains NET_RAW message "not dropped" }
              rule exactly { require drop contains exactly "ALL" message "not exactly" }
              rule privileged { for container deny securityContext.privileged message "privileged" }
              rule tag { for container require image.tag is present message "{image.tag default "none"}" }
              rule latest { for container deny (image.tag default "latest") == "latest" message "latest" }
              rule host { for pod deny hostNetwork message "host" }
              """
                  .replace("default \"none\"", "default \\\"none\\\"")));

  @Property(seed = "20261123", tries = 300)
  void everyKindIsLikeAPod(@ForAll("workloads") Workload workload, @ForAll("kinds") String kind) {
    same(workload, Workload.in(kind, workload.json()));
  }

  @Property(seed = "20261123", tries = 200)
  void aListIsLikeItsItem(@ForAll("workloads") Workload workload, @ForAll("kinds") String kind) {
    same(workload, Workload.inList(Workload.in(kind, workload.json())));
  }

  @Property(seed = "20261123", tries = 200)
  void yamlIsLikeJson(@ForAll("workloads") Workload workload) {
    same(workload, "# YAML\n" + Workload.in("Pod", workload.json()));
  }

  @Property(seed = "20261123", tries = 200)
  void anAliasIsLikeItsAnchor(@ForAll("workloads") Workload workload) {
    same(workload, "# YAML\n" + Workload.in("Pod", workload.withAnchors()));
  }

  @Property(seed = "20261123", tries = 200)
  void lineBreaksAndAMarkAreNothing(@ForAll("workloads") Workload workload) {
    String lines = Workload.in("Pod", workload.json()).replace(", ", ",\n ");
    same(workload, "# YAML\r\n" + lines.replace("\n", "\r\n"));
    same(workload, "\ufeff# YAML\n" + lines);
    same(workload, "\ufeff" + lines.replace("\n", "\r\n"));
    same(workload, "a: b\n---\n\ufeff" + lines);
  }

  @Property(seed = "20261123", tries = 300)
  void aContainerIsTheSameInEachList(@ForAll("workloads") Workload workload) {
    for (String list : LISTS) {
      same(workload, Workload.in("Pod", workload.movedTo(list).json()));
    }
  }

  private static void same(Workload workload, String text) {
    assertThat(verdicts(text)).as(text).isEqualTo(verdicts(Workload.in("Pod", workload.json())));
  }

  private static Set<String> verdicts(String text) {
    Set<String> verdicts = new TreeSet<>();
    Run.findings(PLAN, text)
        .forEach(f -> verdicts.add(f.ruleId() + " " + f.container() + " " + f.message()));
    return verdicts;
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of(
        "Pod",
        "PodTemplate",
        "ReplicationController",
        "ReplicaSet",
        "Deployment",
        "StatefulSet",
        "DaemonSet",
        "Job",
        "CronJob");
  }

  @Provide
  Arbitrary<Workload> workloads() {
    return Combinators.combine(
            containers().list().ofMaxSize(5), Arbitraries.of(LISTS).list().ofSize(5), bool())
        .as(VerdictPropertyTest::workload);
  }

  private static Arbitrary<Boolean> bool() {
    return Arbitraries.of(true, false);
  }

  private static Workload workload(
      List<Container> containers, List<String> lists, boolean hostNetwork) {
    Map<String, List<Container>> placed = new LinkedHashMap<>();
    LISTS.forEach(list -> placed.put(list, new ArrayList<>()));
    for (int i = 0; i < containers.size(); i++) {
      Container c = containers.get(i);
      placed
          .getOrDefault(lists.get(i), List.of())
          .add(new Container("c" + i, c.image(), c.add(), c.drop(), c.privileged()));
    }
    return new Workload(placed, hostNetwork);
  }

  private static Arbitrary<Container> containers() {
    Arbitrary<String> image =
        Arbitraries.of("\"nginx\"", "\"nginx:1.27\"", "\"h:5000/a\"", "\"A\"", "null", "7")
            .injectNull(0.1);
    Arbitrary<String> privileged =
        Arbitraries.of("true", "false", "null", "\"true\"", "1").injectNull(0.3);
    return Combinators.combine(image, names(), names(), privileged)
        .as((i, add, drop, p) -> new Container("", i, add, drop, p));
  }

  private static Arbitrary<String> names() {
    Arbitrary<String> lists =
        Arbitraries.of(
                "\"SYS_ADMIN\"",
                "\"sys_admin\"",
                "\"CAP_BPF\"",
                "\"BPF\"",
                "\"CHOWN\"",
                "\"NET_RAW\"",
                "\"CAP_NET_RAW\"",
                "\"ALL\"",
                "\"all\"",
                "\"FROB\"",
                "null",
                "5",
                "[]")
            .list()
            .ofMaxSize(3)
            .map(names -> "[" + String.join(", ", names) + "]");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, lists),
            net.jqwik.api.Tuple.of(1, Arbitraries.of("null", "\"ALL\"", "{}")))
        .injectNull(0.2);
  }
}
