package dev.bylaw.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.Session;
import dev.bylaw.cli.Silent;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever stands in a configuration, it is read or refused with a place, and nothing is thrown.
 */
class ConfigurationReaderTest {
  private static final List<String> VALUES =
      List.of(
          "1",
          "1.34",
          "'1.34'",
          "off",
          "low",
          "never",
          "~",
          "''",
          "[]",
          "{}",
          "[std/cis, ./a]",
          "[1, [2], {a: b}]",
          "{a/b: off}",
          "{a.b: [x, 1, true]}",
          "{include: [a], exclude: ['../b']}",
          "{include: {a: b}}",
          "&a [*a]",
          "\"\\0\"",
          "known.json",
          "!!binary aGk=");

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    refusedWithAPlace(text);
  }

  @Property
  void anyValueOfAnySettingIsReadOrRefused(@ForAll("settings") List<String> settings) {
    refusedWithAPlace(String.join("\n", settings));
  }

  @Provide
  Arbitrary<List<String>> settings() {
    Arbitrary<String> key = Arbitraries.of(Key.words());
    Arbitrary<String> value = Arbitraries.of(VALUES);
    return Combinators.combine(key, value).as((k, v) -> k + ": " + v).list().ofMaxSize(6);
  }

  private static void refusedWithAPlace(String text) {
    Path directory = Path.of("").toAbsolutePath();
    Session session = Silent.in(directory);
    Source source = new Source("bylaw.yaml", text);
    Staged<Configuration> read =
        ConfigurationReader.read(source, directory.resolve("bylaw.yaml"), session);
    for (Diagnostic fault : read.diagnostics()) {
      assertThat(fault.isError()).isTrue();
      assertThat(fault.message()).isNotBlank();
      assertThat(fault.primary().span().source()).isSameAs(source);
    }
  }
}
