package dev.bylaw.engine.manifest;

import java.math.BigInteger;

/** What go-yaml v2 makes of a scalar, with Go's types, which decide when two keys are one. */
sealed interface Resolved {
  record Str(String value) implements Resolved {}

  record Int(long value) implements Resolved {}

  /** An integer above the signed 64 bits; JSON decoding turns it into a double. */
  record Unsigned(BigInteger value) implements Resolved {}

  record Real(double value) implements Resolved {}

  record Flag(boolean value) implements Resolved {}

  record Nothing() implements Resolved {}

  /** A value that kubectl refuses. */
  record Invalid(String message, String help) implements Resolved {}
}
