package dev.bylaw.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a manifest is laid out, a fix changes what it declares and nothing else. */
class FixPropertyTest {
  static final Mending MENDING =
      Mending.by(
          """
          rule privileged { deny securityContext.privileged fix set securityContext.privileged to false }
          rule drop { require drop contains ALL fix add ALL to drop }
          rule add { deny add contains any of [SYS_ADMIN, BPF] fix remove matched from add }
          rule pull { require imagePullPolicy == Always fix set imagePullPolicy to Always }
          rule network { deny hostNetwork fix remove hostNetwork }
          rule seccomp {
            for pod
            require securityContext.seccompProfile.type == RuntimeDefault
            fix set securityContext.seccompProfile.type to RuntimeDefault
          }
          """);

  @Property(seed = "20261123", tries = 400)
  void changesWhatItDeclares(@ForAll long data, @ForAll long layout) {
    String text = unmended(data, layout);
    Fixed fixed = MENDING.fix(text);
    assertThat(fixed.withheld()).as(text).isEmpty();
    Manifest wanted = only(Layouts.of(pod(new Random(data), true), 1));
    Manifest got = only(fixed.text());
    assertThat(
            DataChange.isSame(
                got.resources().getFirst().root(), wanted.resources().getFirst().root()))
        .as("%s\n-- became --\n%s", text, fixed.text())
        .isTrue();
    assertThat(MENDING.findings(got)).isEmpty();
  }

  @Property(seed = "20261123", tries = 200)
  void changesNothingTheSecondTime(@ForAll long data, @ForAll long layout) {
    String once = MENDING.fix(unmended(data, layout)).text();
    Fixed again = MENDING.fix(once);
    assertThat(again.text()).isEqualTo(once);
    assertThat(again.mended()).isEmpty();
  }

  @Property(seed = "20261123", tries = 200)
  void keepsCommentsAndLineEnds(@ForAll long data, @ForAll long layout) {
    String text = unmended(data, layout);
    String fixed = MENDING.fix(text).text();
    for (String line : text.split("\r?\n", -1)) {
      if (line.strip().startsWith("#")) {
        assertThat(fixed).contains(line);
      }
    }
    boolean pairs = text.contains("\r\n");
    assertThat(fixed.replace("\r\n", "").contains(pairs ? "\n" : "\r"))
        .as("%s -- became -- %s", text.replace("\r", "<CR>"), fixed.replace("\r", "<CR>"))
        .isFalse();
    assertThat(fixed.endsWith("\n") || !text.endsWith("\n")).isTrue();
  }

  @Property(seed = "20261123", tries = 100)
  void mendsEachDocumentOfAFile(@ForAll long data, @ForAll long layout) {
    String one = unmended(data, layout);
    String line = one.contains("\r\n") ? "\r\n" : "\n";
    String both = one + (one.endsWith("\n") ? "" : line) + "---" + line + one;
    Fixed fixed = MENDING.fix(both);
    assertThat(fixed.withheld()).isEmpty();
    assertThat(Mending.read(fixed.text()))
        .hasSize(2)
        .allSatisfy(manifest -> assertThat(MENDING.findings(manifest)).isEmpty());
  }

  static String unmended(long data, long layout) {
    return Layouts.of(pod(new Random(data), false), layout);
  }

  private static Manifest only(String text) {
    List<Manifest> manifests = Mending.read(text);
    assertThat(manifests).as(text).hasSize(1);
    return manifests.getFirst();
  }

  /** A Pod, as it is or as the fixes should leave it: the same random choices make both. */
  private static Map<String, Object> pod(Random random, boolean mended) {
    Map<String, Object> spec = new LinkedHashMap<>();
    if (random.nextBoolean() && !mended) {
      spec.put("hostNetwork", true);
    }
    if (random.nextBoolean()) {
      Map<String, Object> context = new LinkedHashMap<>();
      context.put("fsGroup", 5);
      boolean profile = random.nextBoolean();
      if (mended || profile) {
        context.put("seccompProfile", map("type", mended ? "RuntimeDefault" : "Unconfined"));
      }
      spec.put("securityContext", context);
    } else if (mended) {
      spec.put("securityContext", map("seccompProfile", map("type", "RuntimeDefault")));
    }
    List<Object> containers = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      containers.add(container("c" + i, random, mended));
    }
    spec.put("containers", containers);
    Map<String, Object> pod = new LinkedHashMap<>();
    pod.put("apiVersion", "v1");
    pod.put("kind", "Pod");
    pod.put("metadata", map("name", "p"));
    pod.put("spec", spec);
    return pod;
  }

  private static Map<String, Object> container(String name, Random random, boolean mended) {
    Map<String, Object> container = map("name", name);
    container.put("image", "nginx");
    boolean policy = random.nextBoolean();
    if (mended || policy) {
      container.put("imagePullPolicy", mended ? "Always" : "Never");
    }
    Map<String, Object> context = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      context.put("privileged", !mended);
    }
    Map<String, Object> capabilities = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      List<Object> add = new ArrayList<>();
      for (String capability : List.of("SYS_ADMIN", "CHOWN", "BPF")) {
        boolean bad = !capability.equals("CHOWN");
        if (random.nextBoolean() && !(bad && mended)) {
          add.add(capability);
        }
      }
      capabilities.put("add", add);
    }
    if (random.nextBoolean()) {
      List<Object> drop = new ArrayList<>(random.nextBoolean() ? List.of("KILL") : List.of());
      drop.addAll(mended ? List.of("ALL") : List.of());
      capabilities.put("drop", drop);
    } else if (mended) {
      capabilities.put("drop", List.of("ALL"));
    }
    boolean written = random.nextBoolean();
    if (!capabilities.isEmpty() || written) {
      context.put("capabilities", capabilities);
    }
    if (!context.isEmpty() || written) {
      container.put("securityContext", context);
    }
    return container;
  }

  private static Map<String, Object> map(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }
}
