package dev.bylaw.grammar;

/**
 * The stable name of a kind of diagnostic.
 *
 * <p>Each module lists its own as an enum: {@code BY01xx} text and syntax, {@code BY02xx} names,
 * {@code BY03xx} types, {@code BY04xx} absence, {@code BY05xx} rules that cannot work, {@code
 * BY06xx} manifests, {@code BY07xx} command line and configuration, {@code BY08xx} waivers and
 * tests.
 */
public interface Code {
  /** {@code BY0102}. */
  String id();

  Diagnostic.Severity severity();
}
