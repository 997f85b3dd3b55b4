package dev.bylaw.engine.example;

import dev.bylaw.engine.type.Type;
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

  /** The networks themselves, or for single addresses the first of each. */
  static List<Leaf> ofNetworks(List<Leaf> networks, Type type) {
    List<Leaf> samples = new ArrayList<>();
    for (Leaf leaf : networks) {
      if (leaf instanceof Leaf.Text text) {
        String first = text.value();
        int slash = first.indexOf('/');
        String address = slash < 0 ? first : first.substring(0, slash);
        String whole = slash < 0 ? first + (first.indexOf(':') < 0 ? "/32" : "/128") : first;
        samples.add(new Leaf.Text(type == Type.Scalar.ADDRESS ? address : whole));
      }
    }
    return samples;
  }

  static List<Leaf> ofRegex(String regex) {
    List<Leaf> texts = new ArrayList<>();
    RegexSamples.of(regex).forEach(text -> texts.add(new Leaf.Text(text)));
    return texts;
  }
}
