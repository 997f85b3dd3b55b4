package dev.bylaw.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.Diagnostic;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever it is given, the reader ends without throwing and its results agree with themselves. */
class ReaderPropertyTest {
  @Property(seed = "20261123", tries = 2000)
  void anyBytesEndInManifests(@ForAll byte[] bytes) {
    Reading.read(bytes).forEach(ReaderPropertyTest::isConsistent);
  }

  @Property(seed = "20261123", tries = 5000)
  void anyYamlLikeTextEndsInManifests(@ForAll("yamlLike") String text) {
    Reading.read(text).forEach(ReaderPropertyTest::isConsistent);
  }

  @Property(seed = "20261123", tries = 2000)
  void anyJsonLikeTextEndsInManifests(@ForAll("yamlLike") String text) {
    Reading.read("{\"apiVersion\":\"v1\",\"kind\":" + text)
        .forEach(ReaderPropertyTest::isConsistent);
  }

  @Provide
  Arbitrary<String> yamlLike() {
    return Arbitraries.of(
            "apiVersion: v1\n",
            "kind: List\n",
            "items:\n",
            "- ",
            "  ",
            "\n",
            "a",
            "b",
            ": ",
            ":",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "#",
            "'",
            "\"",
            "\\",
            "|\n",
            ">-\n",
            "&x ",
            "*x",
            "<<: ",
            "!!int ",
            "!t ",
            "%",
            "@",
            "---\n",
            "...\n",
            "\t",
            "\r",
            "\r\n",
            "\u0085",
            "\u2028",
            "\ufeff",
            "😀",
            "0",
            "1_0",
            "0x",
            ".inf",
            "~",
            "yes",
            "\0",
            "{{ x }}")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static void isConsistent(Manifest manifest) {
    boolean error = manifest.diagnostics().stream().anyMatch(Diagnostic::isError);
    assertThat(error).isEqualTo(manifest.status() == Manifest.Status.UNREADABLE);
    if (manifest.status() != Manifest.Status.KUBERNETES) {
      assertThat(manifest.resources()).isEmpty();
    }
    for (Diagnostic diagnostic : manifest.diagnostics()) {
      assertThat(diagnostic.primary().span().source()).isSameAs(manifest.source());
      assertThat(diagnostic.primary().span().end()).isLessThanOrEqualTo(length(manifest));
    }
    for (Resource resource : manifest.resources()) {
      assertThat(List.of(resource.kind(), resource.apiVersion())).doesNotContain("");
      spansLieInside(resource.root(), manifest);
    }
  }

  private static void spansLieInside(Node node, Manifest manifest) {
    assertThat(node.span().source()).isSameAs(manifest.source());
    assertThat(node.span().end()).isLessThanOrEqualTo(length(manifest));
    switch (node) {
      case Node.Mapping map ->
          map.entries().values().forEach(entry -> spansLieInside(entry.value(), manifest));
      case Node.Sequence list -> list.items().forEach(item -> spansLieInside(item, manifest));
      case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ -> {}
    }
  }

  private static int length(Manifest manifest) {
    return manifest.source().text().length();
  }
}
