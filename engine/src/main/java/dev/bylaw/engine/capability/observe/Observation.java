package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/** One thing that was seen about the capabilities of a process. */
public sealed interface Observation {
  /** Where it is written. */
  Span span();

  /** What told it: {@code getpcaps}. */
  String tool();

  /** The process as the tool names it, by number or command; empty if it does not. */
  String process();

  User user();

  /** As whom a process ran. */
  enum User {
    ROOT,
    OTHER,
    UNTOLD;

    static User ofId(long id) {
      return id == 0 ? ROOT : OTHER;
    }
  }

  /**
   * What a process held at one moment, used or not.
   *
   * @param held its permitted set, which is all that it could make use of
   * @param bounding the most that its container could ever hold; null if not told
   */
  record Held(Span span, String tool, String process, User user, Mask held, @Nullable Mask bounding)
      implements Observation {}

  /** What became of a check. */
  enum Verdict {
    GRANTED,
    DENIED,
    /** The tool looks before the kernel has decided. */
    UNTOLD
  }

  /** Why a check says nothing about what the program needs. */
  enum Noise {
    NONE,
    /** The kernel only looked whether it may do more: AUDIT=0. */
    NOT_AUDITED,
    /** A part of another check, of setuid(2) and its kin: INSETID=1. */
    INSETID,
    /** For another user namespace than the process's own. */
    FOREIGN_NAMESPACE
  }

  /**
   * The kernel asked whether a process has a capability.
   *
   * @param times how often, at least once
   */
  record Checked(
      Span span,
      String tool,
      String process,
      User user,
      Capability capability,
      Verdict verdict,
      Noise noise,
      long times)
      implements Observation {}
}
