package dev.bylaw.engine.coverage;

import java.util.List;

/**
 * The ways in which an object carries a Pod. A rule holds for all of them alike; a test that has
 * seen each has seen that its author knew.
 */
enum Shape {
  POD("Pod"),
  /** One template down, as in a Deployment or a Job. */
  TEMPLATE("Pod template"),
  /** A template in a template. */
  CRON_JOB("CronJob");

  private final String word;

  Shape(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Shape of(String kind) {
    return switch (kind) {
      case "Pod" -> POD;
      case "CronJob" -> CRON_JOB;
      default -> TEMPLATE;
    };
  }

  static List<String> words() {
    return List.of(POD.word, TEMPLATE.word, CRON_JOB.word);
  }
}
