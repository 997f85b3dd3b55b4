package dev.bylaw.engine.check;

/** Words about kinds. */
final class Kinds {
  private Kinds() {}

  /** {@code a Deployment}, {@code an Ingress}. */
  static String withArticle(String kind) {
    return ("AEIO".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }
}
