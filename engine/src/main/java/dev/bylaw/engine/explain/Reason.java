package dev.bylaw.engine.explain;

/**
 * Why a rule did not look at a subject.
 *
 * @param sentence lower case, without a full stop
 */
public record Reason(Cause cause, String sentence) {
  public enum Cause {
    /** The rule is for other kinds. */
    OTHER_KIND("other kind"),
    /** The rule names kinds, and the schema does not know this object's API version and kind. */
    UNKNOWN_KIND("unknown kind"),
    /** The kind has no Pod spec, and so no containers. */
    NO_POD("no pod"),
    /** The kind has a Pod spec, and this object does not. */
    NO_POD_WRITTEN("no pod written"),
    /** The Pod spec has no container. */
    NO_CONTAINERS("no containers"),
    /** The container stands in a list that the rule leaves out. */
    LIST_LEFT_OUT("list left out"),
    /** {@code when} does not hold. */
    WHEN("when");

    private final String word;

    Cause(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
