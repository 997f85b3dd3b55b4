package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a file.
 *
 * @param text the file's text after all edits
 * @param mended the findings that are gone
 * @param withheld those that a rule declares a fix for, and that are still there
 */
public record Fixed(String text, List<Finding> mended, List<Withheld> withheld) {
  public Fixed {
    mended = List.copyOf(mended);
    withheld = List.copyOf(withheld);
  }

  /** The file as it was, and why what was mended is not. */
  public Fixed undone(String before, String reason) {
    List<Withheld> kept = new ArrayList<>(withheld);
    mended.forEach(finding -> kept.add(new Withheld(finding, reason)));
    return new Fixed(before, List.of(), kept);
  }

  /**
   * A finding that is not mended.
   *
   * @param reason why, as the rest of a sentence after a colon
   */
  public record Withheld(Finding finding, String reason) {}
}
