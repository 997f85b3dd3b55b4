package dev.bylaw.cli.baseline;

/**
 * One finding that a baseline knows.
 *
 * @param fingerprint by which it is known again; the rest is for people
 * @param file where it was found, from the directory of the baseline, with forward slashes; {@code
 *     -} is standard input
 * @param resource {@code Deployment shop/web}
 */
public record Entry(
    String fingerprint, String rule, String file, String resource, String message) {}
