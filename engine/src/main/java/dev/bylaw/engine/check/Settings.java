package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Span;
import java.util.List;

/** What is set from outside of the rules: values of parameters, and versions of packs. */
public record Settings(List<Parameter> parameters, List<PackVersion> versions) {
  public static final Settings NONE = new Settings(List.of(), List.of());

  public Settings {
    parameters = List.copyOf(parameters);
    versions = List.copyOf(versions);
  }

  /**
   * A value for one parameter.
   *
   * @param pack the name of its pack; {@code std/} may stand before that of a standard pack
   * @param place of both names
   * @param value a text as it is written on the command line, {@code registry.example.com/**} or
   *     {@code [a, b]}, or what a configuration file holds: a number, a boolean, or a list of these
   * @param optional whether the run may be without the pack: what is set for many runs may be meant
   *     for the rules of another one
   */
  public record Parameter(String pack, String name, Span place, Node value, boolean optional) {
    /** A value for a pack that must be there. */
    public Parameter(String pack, String name, Span place, Node value) {
      this(pack, name, place, value, false);
    }

    /** The same, where other rules may be checked than those that it was written for. */
    public Parameter asOptional() {
      return new Parameter(pack, name, place, value, true);
    }
  }

  /**
   * {@code std/pod-security-restricted@v1.30}: the version of a pack and of those that it includes.
   *
   * @param pack the name of the pack, without {@code std/}
   * @param version as it is written, {@code v1.30} or {@code latest}
   * @param place of the version
   */
  public record PackVersion(String pack, String version, Span place) {}

  public boolean isEmpty() {
    return parameters.isEmpty() && versions.isEmpty();
  }
}
