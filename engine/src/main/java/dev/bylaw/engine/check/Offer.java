package dev.bylaw.engine.check;

/** A name that may stand at some place, and what it would stand for there. */
public record Offer(String name, Referent referent) {}
