package dev.bylaw.engine.service;

import java.util.List;

/**
 * Something that can be done about a problem at a place.
 *
 * @param mends the code of the problem that it mends
 * @param edits perhaps in several files; those of one file do not overlap
 */
public record Action(String title, String mends, List<Edit> edits) {
  public Action {
    edits = List.copyOf(edits);
  }
}
