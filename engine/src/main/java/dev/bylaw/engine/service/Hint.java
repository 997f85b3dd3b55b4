package dev.bylaw.engine.service;

import dev.bylaw.grammar.Position;

/** Words that an editor shows before a place as if they were written there. */
public record Hint(Position at, String text) {}
