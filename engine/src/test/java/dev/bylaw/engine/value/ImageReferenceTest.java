package dev.bylaw.engine.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors as in normalize_test.go and reference_test.go of github.com/distribution/reference. */
class ImageReferenceTest {
  private static final String HEX64 =
      "1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a";
  private static final String DIGEST = "sha256:" + HEX64;

  @ParameterizedTest
  @CsvSource({
    // written, registry, repository, tag
    "nginx, docker.io, library/nginx, ",
    "nginx:1.27, docker.io, library/nginx, 1.27",
    "nginx:latest, docker.io, library/nginx, latest",
    "docker.io/nginx, docker.io, library/nginx, ",
    "index.docker.io/nginx, docker.io, library/nginx, ",
    "index.docker.io/library/debian, docker.io, library/debian, ",
    "fooo/bar, docker.io, fooo/bar, ",
    "library/ubuntu, docker.io, library/ubuntu, ",
    "docker.io/library/foo/bar, docker.io, library/foo/bar, ",
    "store/foo/bar, docker.io, store/foo/bar, ",
    "lowercase:Uppercase, docker.io, library/lowercase, Uppercase",
    "ghcr.io/acme/api:v1, ghcr.io, acme/api, v1",
    "test.com/foo, test.com, foo, ",
    "test_com/foo, docker.io, test_com/foo, ",
    "test-com:8080/foo, test-com:8080, foo, ",
    "test:5000/repo:tag, test:5000, repo, tag",
    "192.168.1.1:5000/repo:5050, 192.168.1.1:5000, repo, 5050",
    "xn--n3h.com:18080/foo, xn--n3h.com:18080, foo, ",
    "b.gcr.io/test.example.com/my-app:test.example.com, b.gcr.io, test.example.com/my-app,"
        + " test.example.com",
    "localhost/foo, localhost, foo, ",
    "localhost:5000/foo, localhost:5000, foo, ",
    // A single name is never a registry, whatever it looks like.
    "localhost, docker.io, library/localhost, ",
    "localhost:5000, docker.io, library/localhost, 5000",
    "192.168.0.1:80, docker.io, library/192.168.0.1, 80",
    "foo_bar.com:8080, docker.io, library/foo_bar.com, 8080",
    // Upper case makes the first part a registry.
    "Foo/bar, Foo, bar, ",
    "DOCKER/docker, DOCKER, docker, ",
    "Docker.io/foo, Docker.io, foo, ",
    "'[2001:db8::1]/repo', '[2001:db8::1]', repo, ",
    "'[2001:db8::1]:5000/repo:tag', '[2001:db8::1]:5000', repo, tag",
    "docker---rules/docker, docker.io, docker---rules/docker, ",
    "dock__er/docker, docker.io, dock__er/docker, ",
    "d/docker, docker.io, d/docker, ",
    // Not a host name by the grammar, but the host that containerd asks.
    "foo_bar.com/x, foo_bar.com, x, ",
    "docker.io/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a, docker.io,"
        + " library/1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a, ",
  })
  void normalises(String text, String registry, String repository, String tag) {
    ImageReference image = ImageReference.parse(text);
    assertThat(image).isEqualTo(new ImageReference(registry, repository, tag, null));
    String canonical = registry + "/" + repository + (tag == null ? "" : ":" + tag);
    assertThat(image).hasToString(canonical);
    assertThat(ImageReference.parse(canonical)).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " nginx",
        "nginx ",
        "nginx\n",
        ":justtag",
        "@" + DIGEST,
        "nginx:",
        "nginx@",
        "nginx:@" + DIGEST,
        "nginx::1",
        "nginx:1:2",
        "nginx:-1",
        "nginx:.1",
        "nginx:a b",
        "nginx:täg",
        "nginx@sha256:abc",
        "nginx@sha256:ffffffffffffffffffffffffffffffffff",
        "nginx@invaliddigest:" + HEX64,
        "nginx@SHA256:" + HEX64,
        "nginx@sha512:" + HEX64,
        "nginx@sha256:1A3F5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a",
        "nginx@" + DIGEST + "@" + DIGEST,
        "nginx@" + DIGEST + ":tag",
        HEX64,
        "Uppercase:tag",
        "docker/Docker",
        "test:5000/Uppercase/lowercase:tag",
        "docker.io/docker/Docker",
        "https://github.com/docker/docker",
        "-docker",
        "-docker/docker",
        "docker-/docker",
        "-docker.io/docker/docker",
        "docker///docker",
        "docker/",
        "/docker",
        "ghcr.io/",
        "ghcr.io./x",
        "ghcr..io/x",
        ".ghcr.io/x",
        "____/____",
        "_docker/_docker",
        "dock..er/docker",
        "dock_.er/docker",
        "dock-.er/docker",
        "dock___er/docker",
        "aa/asdf$$^/aa",
        "foo:tag/x",
        "host:/x",
        "host:5000:1/x",
        "[fc00::1]",
        "[fc00::1]:5000",
        "[]/x",
        "[::1/x",
        "[::1]x/y",
        "[::1]./y",
        "fc00::1:5000/debian",
        "[fe80::1%eth0]:5000/debian",
        "[2001:db8:3:4::192.0.2.33]:5000/debian",
        "nginx\\evil",
        "é/x",
        "É/x",
        "${IMAGE}",
        "{{ .Values.image }}",
      })
  void refuses(String text) {
    assertThat(ImageReference.parse(text)).isNull();
  }

  @Test
  void keepsTagAndDigest() {
    ImageReference image = ImageReference.parse("busybox:latest@" + DIGEST);
    assertThat(image)
        .isEqualTo(new ImageReference("docker.io", "library/busybox", "latest", DIGEST))
        .hasToString("docker.io/library/busybox:latest@" + DIGEST);
    assertThat(ImageReference.parse("test:5000/repo@" + DIGEST))
        .isEqualTo(new ImageReference("test:5000", "repo", null, DIGEST));
    assertThat(ImageReference.parse("x@sha384:" + "a".repeat(96))).isNotNull();
    assertThat(ImageReference.parse("x@sha512:" + "f".repeat(128))).isNotNull();
  }

  @Test
  void limitsLengths() {
    assertThat(ImageReference.parse("ghcr.io/" + "a/".repeat(127) + "a:tag")).isNotNull();
    assertThat(ImageReference.parse("ghcr.io/" + "a/".repeat(128) + "a:tag")).isNull();
    assertThat(ImageReference.parse("a".repeat(255 - "library/".length()))).isNotNull();
    assertThat(ImageReference.parse("a".repeat(256 - "library/".length()))).isNull();
    assertThat(ImageReference.parse("nginx:" + "a".repeat(128))).isNotNull();
    assertThat(ImageReference.parse("nginx:" + "a".repeat(129))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"nginx:1, nginx", "ghcr.io/acme/team/api, api", "localhost:5000/x, x"})
  void nameIsTheLastPartOfThePath(String text, String name) {
    assertThat(requireNonNull(ImageReference.parse(text)).name()).isEqualTo(name);
  }

  @Property(seed = "20261123")
  void neverThrows(@ForAll String text) {
    ImageReference.parse(text);
  }

  @Property(seed = "20261123")
  void canonicalTextIsAFixedPoint(@ForAll("almostReferences") String text) {
    ImageReference image = ImageReference.parse(text);
    if (image != null) {
      assertThat(ImageReference.parse(image.toString())).isEqualTo(image);
    }
  }

  @Provide
  Arbitrary<String> almostReferences() {
    return Arbitraries.strings().withChars("ab1A.:/_-@[]").ofMaxLength(12);
  }
}
