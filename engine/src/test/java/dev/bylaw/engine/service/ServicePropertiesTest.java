package dev.bylaw.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is written so far, every question has an answer. */
class ServicePropertiesTest {
  private static final String PROGRAM =
      """
      pack acme/all
      use std/images
      include std/host except path
      param registries: list of string = ["registry.acme.io/**"]
      let trusted = registries
      define internal for container = image from any of trusted
      deny add contains any of [SYS_ADMIN, CHOWN] # why
      ## A page.
      rule all "Of all" {
        severity high
        for container except init in Deployment
        when pod.hostNetwork == true and image.tag is absent
        deny any v in pod.volumes where v.name like "a*": v.hostPath.path matches /a|b/
          or exists Service s where s.spec.selector selects pod
        message "{container.name} is {image default \\"none\\"}"
        fix set securityContext.privileged to false
        see "https://example.com"
        fails \"""
          kind: Pod
        \"""
      }
      test "t" {
        given file "a.yaml"
        expect all violated at spec.containers[0]
      }
      waive acme/all/all for Pod a/b container c because "d" approved by "e" until 2027-03-31
      """;

  @Test
  void everyPrefixIsAnswered() {
    var service = new LanguageService(Schema.of(KubernetesVersion.newest()), Map.of());
    for (int end = 0; end <= PROGRAM.length(); end++) {
      String text = PROGRAM.substring(0, end);
      service.put("a.bylaw", text);
      Position at = new Source("a.bylaw", text).position(end);
      ask(service, at);
    }
  }

  @Test
  void everyPlaceIsAnswered() {
    var service = new LanguageService(Schema.of(KubernetesVersion.newest()), Map.of());
    service.put("a.bylaw", PROGRAM);
    var source = new Source("a.bylaw", PROGRAM);
    for (int offset = 0; offset <= PROGRAM.length(); offset++) {
      Position at = source.position(offset);
      assertThat(source.offset(at)).isEqualTo(offset);
      assertThat(service.complete("a.bylaw", at)).isNotNull();
      service.hover("a.bylaw", at);
      service.definition("a.bylaw", at);
      assertThat(service.references("a.bylaw", at)).doesNotContainNull();
    }
  }

  private static void ask(LanguageService service, Position at) {
    assertThat(service.problems("a.bylaw")).isNotNull();
    assertThat(service.complete("a.bylaw", at)).isNotNull();
    service.hover("a.bylaw", at);
    assertThat(service.rename("a.bylaw", at, "other")).isNotNull();
    assertThat(service.actions("a.bylaw", at, at)).isNotNull();
    assertThat(service.symbols("a.bylaw")).isNotNull();
    assertThat(service.folds("a.bylaw")).isNotNull();
    assertThat(service.colours("a.bylaw")).isNotNull();
    assertThat(service.hints("a.bylaw")).isNotNull();
    assertThat(service.format("a.bylaw")).isNotNull();
  }
}
