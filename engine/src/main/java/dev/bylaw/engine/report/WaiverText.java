package dev.bylaw.engine.report;

import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.grammar.Span;

/** An exception in one line: until when, by whom, why. */
public final class WaiverText {
  private WaiverText() {}

  /** {@code until 2027-03-31, approved by platform-security: the CNI programs the datapath}. */
  public static String of(CheckedWaiver waiver) {
    String approver = waiver.approvedBy() == null ? "" : ", " + approval(waiver);
    return "until " + waiver.until() + approver + ": " + waiver.because();
  }

  /** {@code approved by platform-security}, or that nobody is named. */
  public static String approval(CheckedWaiver waiver) {
    return waiver.approvedBy() == null ? "no approver named" : "approved by " + waiver.approvedBy();
  }

  /** The same, and where it is written. */
  public static String withPlace(CheckedWaiver waiver) {
    return of(waiver) + "   (" + place(waiver) + ")";
  }

  public static String place(CheckedWaiver waiver) {
    Span span = waiver.span();
    return span.source().name() + ":" + span.from().line();
  }

  /** {@code DaemonSet kube-system/cilium container cilium-agent}, as the waiver writes it. */
  public static String object(CheckedWaiver waiver) {
    String namespace = waiver.namespace() == null ? "" : waiver.namespace() + "/";
    String container = waiver.container() == null ? "" : " container " + waiver.container();
    return waiver.kind() + " " + namespace + waiver.name() + container;
  }
}
