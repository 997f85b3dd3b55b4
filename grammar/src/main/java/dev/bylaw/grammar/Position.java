package dev.bylaw.grammar;

/** A place in a file as people count: line and column start at 1, columns count UTF-16 units. */
public record Position(int line, int column) {}
