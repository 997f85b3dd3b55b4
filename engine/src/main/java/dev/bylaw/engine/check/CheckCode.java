package dev.bylaw.engine.check;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** What can be wrong with a rule that reads well. */
public enum CheckCode implements Code {
  /** A word of a pack that hides a field or a word of the vocabulary. */
  HIDES_FIELD("BY0215"),
  /** A field that the schema's type does not have. */
  UNKNOWN_FIELD("BY0201"),
  /** A word that is no field, no word of the vocabulary, no name of this pack. */
  UNKNOWN_NAME("BY0202"),
  /** A kind that no supported API group has. */
  UNKNOWN_KIND("BY0203"),
  /** A capability that Linux does not have. */
  UNKNOWN_CAPABILITY("BY0204"),
  /** A value that the API does not accept for a field. */
  UNKNOWN_VALUE("BY0205"),
  /** A severity other than low, medium, high and critical. */
  UNKNOWN_SEVERITY("BY0206"),
  /** A name that is taken. */
  ALREADY_DEFINED("BY0207"),
  /** A name that nothing uses. */
  UNUSED("BY0208"),
  /** A pack that is not there. */
  UNKNOWN_PACK("BY0209"),
  /** A definition that needs itself, or a pack that includes itself. */
  CYCLE("BY0210"),
  /** A list of containers that Pod specs do not have. */
  UNKNOWN_CONTAINER_LIST("BY0211"),
  /** A subject that the chosen kinds do not have, such as a container of a Service. */
  NO_SUCH_SUBJECT("BY0212"),
  /** A rule whose subject does not follow from the names it uses. */
  SUBJECT_UNCLEAR("BY0213"),
  /** A parameter without a value. */
  PARAMETER_NOT_SET("BY0214"),
  /** A parameter, or its pack, that was set from outside and is not there. */
  UNKNOWN_PARAMETER("BY0216"),
  /** A value from outside that its parameter cannot take. */
  BAD_SETTING("BY0217"),
  /** A version that a pack does not have. */
  UNKNOWN_VERSION("BY0218"),
  /** An {@code include} that brings nothing. */
  NOTHING_INCLUDED("BY0219"),
  /**
   * A rule that a waiver, a test or an {@code include} names, and that is not among those of the
   * run.
   */
  UNKNOWN_RULE("BY0801"),
  /** A waiver that lacks its reason, its approver or its last day. */
  INCOMPLETE_WAIVER("BY0802"),
  /** A test that gives no manifest or expects nothing. */
  INCOMPLETE_TEST("BY0803"),
  /** Two values of types that cannot be compared. */
  INCOMPARABLE("BY0301"),
  /** A list operator on something that is no list. */
  NOT_A_LIST("BY0302"),
  /** A value where a condition belongs. */
  NOT_A_CONDITION("BY0303"),
  /** An order between values that have none. */
  NO_ORDER("BY0304"),
  /** A step into a value that has no such parts. */
  NO_PARTS("BY0305"),
  /** A literal that is not one of its type. */
  BAD_LITERAL("BY0306"),
  /** A regular expression that RE2 does not accept. */
  BAD_REGEX("BY0307"),
  /** A fix that does not fit its path. */
  BAD_FIX("BY0308"),
  /** A value that is known when the rule is compiled was wanted. */
  NOT_CONSTANT("BY0309"),
  /** A negation that would silently hold, or silently not hold, for an absent value. */
  NEGATED_ABSENCE("BY0401"),
  /** A message that would have a hole where a value is absent. */
  ABSENT_IN_MESSAGE("BY0402"),
  /** A rule whose condition no manifest can meet. */
  NEVER_FIRES("BY0501"),
  /** A rule that every manifest breaks. */
  ALWAYS_FIRES("BY0502"),
  /** A part of a condition that decides nothing, because it is always the same. */
  CONSTANT_PART("BY0503"),
  /** A regular expression that no text matches. */
  EMPTY_REGEX("BY0504"),
  /** A rule that says what another one says already. */
  DUPLICATE_RULE("BY0505"),
  /** A literal that its list has already. */
  REPEATED_LITERAL("BY0506"),
  /** A rule that finds nothing but what another one of its pack finds already. */
  SUBSUMED_RULE("BY0507", Severity.WARNING);

  private final String id;
  private final Severity severity;

  CheckCode(String id) {
    this(id, Severity.ERROR);
  }

  CheckCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
