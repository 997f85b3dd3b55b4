package dev.bylaw.engine.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePatternTest {

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx",
    "nginx, docker.io/nginx:1.27",
    "nginx, docker.io/library/nginx",
    "docker.io/nginx, nginx",
    "index.docker.io/nginx, nginx",
    "docker.io/library/nginx, nginx:1",
    "nginx*, nginx-unprivileged",
    "docker.io/*, nginx",
    "docker.io/**, nginx",
    "docker.io/**, acme/api",
    "index.docker.io/**, acme/api",
    "acme/**, acme/api",
    "acme/**, docker.io/acme/team/api:1",
    "acme/*, acme/api",
    "ghcr.io/acme/**, ghcr.io/acme/api",
    "ghcr.io/acme/**, ghcr.io/acme/team/api:1",
    "ghcr.io/acme/**, GHCR.io/acme/api",
    "ghcr.io/acme/api, ghcr.io/acme/api:1",
    "ghcr.io/acme/api-*, ghcr.io/acme/api-web",
    "ghcr.io/acme/*-api, ghcr.io/acme/x-api",
    "ghcr.io/*/api, ghcr.io/acme/api",
    "ghcr.io/**/api, ghcr.io/a/b/c/api",
    "ghcr.io/**/x/**, ghcr.io/a/x/b/x/c",
    "registry.acme.io/**, registry.acme.io/x",
    "localhost:5000/**, localhost:5000/x",
    "localhost/**, localhost/x",
    "127.0.0.1:*/**, 127.0.0.1:32000/x",
    "*.acme.io/**, registry.acme.io/x",
    "*.acme.io/**, a.b.acme.io/x/y",
    "reg-*.acme.io/**, reg-eu.acme.io/x",
    "'[::1]:5000/**', '[::1]:5000/x'",
  })
  void matches(String pattern, String image) {
    assertThat(ImagePattern.problem(pattern)).isNull();
    assertThat(ImagePattern.from(image(image), pattern)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx-evil",
    "nginx, evil/nginx",
    "nginx, ghcr.io/library/nginx",
    "nginx, quay.io/nginx",
    "docker.io/*, acme/api",
    "docker.io/**, ghcr.io/acme/api",
    "docker.io/**, docker.io.evil.com/x",
    "docker.io/**, docker.io:443/x",
    "acme/**, acme-evil/x",
    "acme/**, ghcr.io/acme/x",
    "acme/*, acme/team/api",
    "Acme/**, acme/x",
    "ghcr.io/acme/**, ghcr.io/acme",
    "ghcr.io/acme/**, ghcr.io/acme-evil/x",
    "ghcr.io/acme/**, ghcr.io/acm/x",
    "ghcr.io/acme/**, evil.com/ghcr.io/acme/x",
    "ghcr.io/acme/**, ghcr.io.evil.com/acme/x",
    "ghcr.io/acme/**, ghcr.io:5000/acme/x",
    "ghcr.io/acme/**, nginx",
    "ghcr.io/acme/api, ghcr.io/acme/api/x",
    "ghcr.io/acme/api, ghcr.io/acme/api2",
    "ghcr.io/acme/api*, ghcr.io/acme/api/x",
    "ghcr.io/*/api, ghcr.io/a/b/api",
    "ghcr.io/**/api, ghcr.io/api",
    "ghcr.io/**/api, ghcr.io/a/api/x",
    "localhost:5000/**, localhost:5001/x",
    "localhost:5000/**, localhost/x",
    "localhost:5000/**, localhost:5000",
    "127.0.0.1:*/**, 127.0.0.1/x",
    "*.acme.io/**, evil.com/x.acme.io/y",
    "*.acme.io/**, evil.com/x.acme.io",
    "*.acme.io/**, acme.io/x",
    "*.acme.io/**, evilacme.io/x",
    "*.acme.io/**, x.acme.io.evil.com/y",
    "*.acme.io/**, x.acme.io:5000/y",
    "*.acme.io/**, nginx",
  })
  void doesNotMatch(String pattern, String image) {
    assertThat(ImagePattern.problem(pattern)).isNull();
    assertThat(ImagePattern.from(image(image), pattern)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                            | an empty pattern
          https://ghcr.io/acme/**       | no scheme: write `ghcr.io/acme/**`
          *                             | names no registry
          **                            | names no registry
          ghcr.io                       | write `ghcr.io/**`
          localhost                     | write `localhost/**`
          localhost:5000                | write `localhost:5000/**`
          nginx:1.27                    | not tags
          ghcr.io/acme/api:1            | not tags
          ghcr.io/acme/*:1              | not tags
          nginx@sha256:abc              | not digests
          */nginx                       | `docker.io/*/nginx`
          **/nginx                      | `docker.io/**/nginx`
          acme*/nginx                   | could be a registry
          ghcr.*/acme/**                | followed by a dot
          *acme.io/**                   | followed by a dot
          ghcr.io*/acme/**              | followed by a dot
          *.*/acme                      | followed by a dot
          **.acme.io/x                  | cannot be a registry
          ghcr.io/acme**                | must stand alone
          ghcr.io/**acme/x              | must stand alone
          ghcr.io/***/x                 | must stand alone
          ghcr.io/Acme/**               | write `acme`
          NGINX                         | write `nginx`
          ghcr.io/acme/                 | write `ghcr.io/acme/**`
          ghcr.io/                      | write `ghcr.io/**`
          ghcr.io//acme                 | nothing between two slashes
          /acme                         | nothing between two slashes
          -ghcr.io/acme                 | is no registry
          ghcr.io:x/acme                | is no registry
          ghcr.io:50*/acme              | followed by a dot
          ghcr.io/acme/-x               | can be no part
          ghcr.io/acme/x-               | can be no part
          ghcr.io/acme/-*               | can be no part
          ghcr.io/acme/a..b*            | can be no part
          ghcr.io/acme/a b              | can be no part
          ghcr.io/acme/\\*              | can be no part
          ghcr.io/acme/[ab]             | can be no part
          ghcr.io/acme/?                | can be no part
          """)
  void namesTheProblem(String pattern, String problem) {
    assertThat(ImagePattern.problem(pattern)).contains(problem);
    assertThat(ImagePattern.from(new ImageReference("ghcr.io", "acme/api", null, null), pattern))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {247, 248})
  void limitsTheLength(int length) {
    String problem = ImagePattern.problem("a".repeat(length) + "*");
    assertThat(problem == null).isEqualTo(length == 247);
  }

  @Test
  void manyStarsCostLittle() {
    ImageReference image = image("ghcr.io/" + "a/".repeat(126) + "b");
    String pattern = "ghcr.io/" + "**/".repeat(100) + "c";
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> ImagePattern.from(image, pattern)))
        .isFalse();
  }

  private static ImageReference image(String text) {
    return requireNonNull(ImageReference.parse(text), text);
  }

  @Property(seed = "20261123")
  void neverThrows(@ForAll String pattern) {
    ImagePattern.from(new ImageReference("ghcr.io", "acme/api", null, null), pattern);
  }

  /** A repository as a pattern matches itself and, with {@code /**}, only what is below. */
  @Property(seed = "20261123")
  void aNameMatchesItself(@ForAll("names") String name) {
    ImageReference image = ImageReference.parse(name);
    if (image != null) {
      String whole = image.toString();
      assertThat(ImagePattern.from(image, whole)).isTrue();
      assertThat(ImagePattern.from(image, whole + "/**")).isFalse();
      assertThat(ImagePattern.from(image, image.registry() + "/**")).isTrue();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("ab.-_")
        .ofMinLength(1)
        .ofMaxLength(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("/", parts));
  }
}
