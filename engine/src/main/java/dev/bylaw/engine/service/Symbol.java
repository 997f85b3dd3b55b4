package dev.bylaw.engine.service;

/**
 * A declaration of a file.
 *
 * @param kind {@code rule}, {@code let}, {@code test} and so on, as it is written
 * @param range all of it
 * @param name its name alone
 */
public record Symbol(String label, String kind, Range range, Range name) {}
