package dev.bylaw.engine.service;

/** What is said of the word at a place, in Markdown. */
public record Hover(Range range, String markdown) {}
