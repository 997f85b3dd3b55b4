package dev.bylaw.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcrossTest {
  private static final Mending RULE = Mending.by("rule host { for pod deny hostNetwork }");

  @Test
  void knowsAFindingAgainByItsFingerprintOrItsPlace() {
    Across across = new Across(found(pod("p", "hostNetwork: true")));
    assertThat(across.news(found(pod("p", "hostNetwork: true")))).isNull();
    assertThat(across.news(found("# moved\n" + pod("p", "hostNetwork: true")))).isNull();
    assertThat(across.news(List.of())).isNull();
  }

  @Test
  void tellsWhatIsNew() {
    Across across = new Across(found(pod("p", "hostNetwork: true")));
    assertThat(across.news(found(pod("q", "hostNetwork: true"))))
        .startsWith("r/host would then find in manifest.yaml: ");
  }

  @Test
  void whatIsUndoneIsWithheldForThatReason() {
    Fixed fixed =
        Mending.by("rule host { for pod deny hostNetwork fix remove hostNetwork }")
            .fix(pod("p", "hostNetwork: true"));
    Fixed undone = fixed.undone("before", "it would break something");
    assertThat(undone.text()).isEqualTo("before");
    assertThat(undone.mended()).isEmpty();
    assertThat(undone.withheld()).hasSize(1);
    assertThat(undone.withheld().getFirst().reason()).isEqualTo("it would break something");
  }

  private static String pod(String name, String field) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\nspec: {%s}\n".formatted(name, field);
  }

  private static List<Finding> found(String text) {
    return RULE.findings(Mending.read(text).getFirst());
  }
}
