package dev.bylaw.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.policy.Elsewhere.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElsewhereTest {
  private static final String GOOD =
      "**Known elsewhere as:** kube-linter `privileged-container`; Checkov `CKV_K8S_16`,"
          + " `CKV_K8S_2`; Pod Security `privileged`.";

  @Test
  void readsToolsAndTheirIds() {
    Elsewhere found = Elsewhere.in("What it is.\n\n" + GOOD + "\n\nMore.");
    assertThat(found.fault()).isNull();
    assertThat(found.names())
        .containsExactly(
            new Name("kube-linter", "privileged-container"),
            new Name("Checkov", "CKV_K8S_16"),
            new Name("Checkov", "CKV_K8S_2"),
            new Name("Pod Security", "privileged"));
    assertThat(found.rest()).isEqualTo("What it is.\n\nMore.");
    assertThat("**Known elsewhere as:** " + found.text() + ".").isEqualTo(GOOD);
  }

  @Test
  void mayGoOnOnTheNextLine() {
    assertThat(
            Elsewhere.in("**Known elsewhere as:** Trivy `KSV-0017`;\nKubescape `C-0057`.").names())
        .containsExactly(new Name("Trivy", "KSV-0017"), new Name("Kubescape", "C-0057"));
  }

  @Test
  void isNotNeeded() {
    Elsewhere none = Elsewhere.in("What it is.");
    assertThat(none.names()).isEmpty();
    assertThat(none.fault()).isNull();
    assertThat(none.rest()).isEqualTo("What it is.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          **Known elsewhere as:** Checkov `CKV_K8S_16`                 | full stop
          **Known elsewhere as:** checkov `CKV_K8S_16`.                | does not begin with
          **Known elsewhere as:** Checkov: `CKV_K8S_16`.               | does not begin with
          **Known elsewhere as:** Checkov.                             | does not begin with
          **Known elsewhere as:** .                                    | does not begin with
          **Known elsewhere as:** Checkov `a`;.                        | does not begin with
          **Known elsewhere as:** Checkov CKV_K8S_16.                  | not in backticks
          **Known elsewhere as:** Checkov `a` `b`.                     | not in backticks
          **Known elsewhere as:** Checkov `a`, .                       | not in backticks
          **Known elsewhere as:** Checkov ``.                          | not in backticks
          **Known elsewhere as:** Checkov `a`, `a`.                    | twice
          **Known elsewhere as:** Checkov `a`; Trivy `b`; Checkov `c`. | twice
          **Known elsewhere as**: Checkov `a`.                         | begin a paragraph
          It is known elsewhere as: Checkov `a`.                       | begin a paragraph
          """)
  void saysWhatIsWrongAndLeavesTheTextAlone(String text, String fault) {
    Elsewhere found = Elsewhere.in(text);
    assertThat(found.fault()).contains(fault);
    assertThat(found.names()).isEmpty();
    assertThat(found.rest()).isEqualTo(text);
  }

  @Test
  void isThereOnce() {
    assertThat(Elsewhere.in(GOOD + "\n\n" + GOOD).fault()).contains("two paragraphs");
  }
}
