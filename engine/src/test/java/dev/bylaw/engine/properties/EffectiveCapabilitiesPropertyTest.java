package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * {@code effective.capabilities} against models of the runtimes that decide for one capability at a
 * time, by the table of what each does with names and with a name in both lists.
 */
class EffectiveCapabilitiesPropertyTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());
  private static final Set<String> CRIO =
      Set.of(
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "NET_BIND_SERVICE",
          "SETGID",
          "SETPCAP",
          "SETUID");
  private static final CheckedPolicy POLICY =
      Compiler.compile(
              List.of(
                  new Source(
                      "rules.bylaw",
                      "rule held { require effective.capabilities contains only [] "
                          + "message \"{effective.capabilities}\" }")),
              Map.of(),
              SCHEMA)
          .result();
  private static final Map<ContainerRuntime, Plan> PLANS = plans();

  private static Map<ContainerRuntime, Plan> plans() {
    Map<ContainerRuntime, Plan> plans = new EnumMap<>(ContainerRuntime.class);
    for (ContainerRuntime runtime : ContainerRuntime.values()) {
      plans.put(runtime, Planner.plan(POLICY, SCHEMA, Set.of(runtime)));
    }
    return plans;
  }

  @Property(seed = "20261123", tries = 400)
  void eachRuntimeIsAsItsModel(
      @ForAll("entries") List<String> add, @ForAll("entries") List<String> drop) {
    PLANS.forEach((runtime, plan) ->
        assertThat(held(plan, add, drop, false))
            .as("%s: add %s, drop %s", runtime, add, drop)
            .isEqualTo(model(runtime, add, drop)));
  }

  @Property(seed = "20261123", tries = 200)
  void withoutARuntimeOneIsEnough(
      @ForAll("entries") List<String> add, @ForAll("entries") List<String> drop) {
    Set<String> union = new TreeSet<>();
    PLANS.forEach((_, plan) -> union.addAll(held(plan, add, drop, false)));
    assertThat(held(Planner.plan(POLICY, SCHEMA), add, drop, false)).isEqualTo(union);
  }

  @Property(seed = "20261123", tries = 50)
  void aPrivilegedContainerHoldsEverything(
      @ForAll("entries") List<String> add, @ForAll("entries") List<String> drop) {
    PLANS.forEach((_, plan) ->
        assertThat(held(plan, add, drop, true)).isEqualTo(new TreeSet<>(Capability.names())));
  }

  @Property(seed = "20261123", tries = 200)
  void anEntryMoreInAddNeverTakesAway(
      @ForAll("entries") List<String> add, @ForAll("singles") String more) {
    Plan plan = Planner.plan(POLICY, SCHEMA);
    List<String> longer = new java.util.ArrayList<>(add);
    longer.add(more);
    assertThat(held(plan, longer, List.of("KILL"), false))
        .containsAll(held(plan, add, List.of("KILL"), false));
  }

  @Provide
  Arbitrary<List<String>> entries() {
    return Arbitraries.of(
            "ALL",
            "all",
            "CAP_ALL",
            "NET_RAW",
            "net_raw",
            "CAP_NET_RAW",
            "cap_net_raw",
            "CHOWN",
            "Cap_Chown",
            "SETFCAP",
            "SYS_ADMIN",
            "CAP_SYS_ADMIN",
            "FROB",
            "")
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> singles() {
    return Arbitraries.of("NET_RAW", "CAP_NET_RAW", "chown", "SYS_ADMIN", "SETFCAP");
  }

  private static Set<String> held(
      Plan plan, List<String> add, List<String> drop, boolean privileged) {
    List<Finding> findings =
        Run.findings(
            plan,
            """
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [
              {"name": "a", "image": "a", "securityContext": {"privileged": %s,
                "capabilities": {"add": %s, "drop": %s}}}]}}
            """
                .formatted(privileged, json(add), json(drop)));
    Set<String> names = new TreeSet<>();
    for (Finding finding : findings) {
      for (String name : finding.message().split("[^A-Z_]+", -1)) {
        names.add(name);
      }
    }
    names.remove("");
    return names;
  }

  private static String json(List<String> entries) {
    return entries.stream().map(entry -> '"' + entry + '"').toList().toString();
  }

  private static Set<String> model(ContainerRuntime runtime, List<String> add, List<String> drop) {
    Set<String> held = new TreeSet<>();
    for (String name : Capability.names()) {
      BiFunction<List<String>, String, Boolean> has =
          (entries, wanted) -> entries.stream().anyMatch(entry -> reads(runtime, entry, wanted));
      boolean added = has.apply(add, name);
      boolean dropped = has.apply(drop, name);
      boolean addAll = has.apply(add, "ALL");
      boolean dropAll = has.apply(drop, "ALL");
      boolean byDefault = isDefault(runtime, name);
      boolean holds =
          switch (runtime) {
            case CONTAINERD, CRIO -> !dropped && (added || (!dropAll && (addAll || byDefault)));
            case DOCKER, PODMAN ->
                addAll ? !dropped : dropAll ? added : added || (byDefault && !dropped);
          };
      if (holds) {
        held.add(name);
      }
    }
    return held;
  }

  private static boolean reads(ContainerRuntime runtime, String entry, String wanted) {
    String upper = entry.toUpperCase(Locale.ROOT);
    boolean prefixMayBeThere = runtime != ContainerRuntime.CONTAINERD && !wanted.equals("ALL");
    return upper.equals(wanted) || (prefixMayBeThere && upper.equals("CAP_" + wanted));
  }

  private static boolean isDefault(ContainerRuntime runtime, String name) {
    boolean podman = CRIO.contains(name) || Set.of("SETFCAP", "SYS_CHROOT").contains(name);
    return switch (runtime) {
      case CRIO -> CRIO.contains(name);
      case PODMAN -> podman;
      case CONTAINERD, DOCKER -> podman || Set.of("AUDIT_WRITE", "MKNOD", "NET_RAW").contains(name);
    };
  }
}
