package dev.bylaw.schemagen;

/**
 * What is read contradicts itself or a table beside it: the build stops, and the message says where
 * to look.
 */
final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SchemaException(String message) {
    super(message);
  }
}
