package dev.bylaw.engine.example;

import java.util.ArrayList;
import java.util.List;

/** Texts that a pattern matches. */
final class PatternSamples {
  private PatternSamples() {}

  static String ofGlob(String glob) {
    return glob.replace("*", "x");
  }

  static List<Leaf> ofImages(List<Leaf> patterns) {
    List<Leaf> images = new ArrayList<>();
    for (Leaf pattern : patterns) {
      if (pattern instanceof Leaf.Text text) {
        images.add(new Leaf.Text(text.value().replace("**", "app").replace("*", "x") + ":1.0"));
      }
    }
    return images;
  }

  static List<Leaf> ofRegex(String regex) {
    List<Leaf> texts = new ArrayList<>();
    RegexSamples.of(regex).forEach(text -> texts.add(new Leaf.Text(text)));
    return texts;
  }
}
