package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.suggest.RulesText;
import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.LeastPrivilege;
import dev.bylaw.engine.capability.observe.Observation;
import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was seen, and whatever the processes were called, the rules compile. */
class SuggestedRulesTest {
  @Property(seed = "20261123", tries = 50)
  void compile(@ForAll Set<Capability> used, @ForAll String file, @ForAll String process) {
    Span span = new Span(new Source(file, ""), 0, 0);
    List<Observation> seen =
        used.stream()
            .<Observation>map(capability ->
                new Observation.Checked(
                    span, "x", process, User.OTHER, capability, Verdict.GRANTED, Noise.NONE, 1))
            .toList();
    String rules = RulesText.of(LeastPrivilege.of(seen));
    Staged<CheckedPolicy> compiled =
        Engine.open(null).compile(List.of(new Source("suggested.bylaw", rules)), Settings.NONE);
    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.result().rules()).hasSize(2);
  }
}
