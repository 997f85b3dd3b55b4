package dev.bylaw.schemagen;

import java.util.function.UnaryOperator;

/** One row of a table: a change to a field wherever a type of that name has it. */
final class FieldOverlay {
  private final String row;
  private final String type;
  private final String field;
  private final UnaryOperator<Model.Field> change;
  private boolean used;

  FieldOverlay(String row, String type, String field, UnaryOperator<Model.Field> change) {
    this.row = row;
    this.type = type;
    this.field = field;
    this.change = change;
  }

  Model.Field apply(ModelName owner, Model.Field old) {
    if (!owner.name().equals(type) || !old.name().equals(field)) {
      return old;
    }
    Model.Field changed = change.apply(old);
    used |= !changed.equals(old);
    return changed;
  }

  /** Whether it has changed a field. */
  boolean used() {
    return used;
  }

  @Override
  public String toString() {
    return row;
  }
}
