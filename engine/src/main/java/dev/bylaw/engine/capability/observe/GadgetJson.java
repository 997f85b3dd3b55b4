package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.observe.Observation.Noise;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.engine.capability.observe.Observation.Verdict;
import dev.bylaw.engine.manifest.Node;
import java.util.function.Consumer;

/** An event of {@code trace_capabilities} of Inspektor Gadget, in JSON. */
final class GadgetJson {
  static final String TOOL = "trace_capabilities";

  private GadgetJson() {}

  static boolean is(Node.Mapping map) {
    return map.get("cap") != null && (map.get("capable") != null || map.get("syscall") != null);
  }

  static void read(Node.Mapping map, Consumer<Observation> sink) {
    Fields event = new Fields(map);
    Fields process = event.fields("proc");
    Fields credentials = process.fields("creds");
    Boolean capable = event.truth("capable");
    long user = credentials.count("uid", -1);
    sink.accept(
        new Observation.Checked(
            map.span(),
            TOOL,
            process.text("comm"),
            user < 0 ? User.UNTOLD : User.ofId(user),
            event.word("cap").capability(),
            capable == null ? Verdict.UNTOLD : capable ? Verdict.GRANTED : Verdict.DENIED,
            noise(event),
            1));
  }

  private static Noise noise(Fields event) {
    long current = event.count("current_userns", 0);
    if (current != event.count("target_userns", current)) {
      return Noise.FOREIGN_NAMESPACE;
    }
    if (event.count("audit", 1) == 0) {
      return Noise.NOT_AUDITED;
    }
    return event.count("insetid", 0) == 0 ? Noise.NONE : Noise.INSETID;
  }
}
