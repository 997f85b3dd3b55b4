package dev.bylaw.engine.check;

/** Names made from text. */
final class Slug {
  private Slug() {}

  /** {@code deny add contains SYS_ADMIN} becomes {@code deny-add-contains-sys-admin}. */
  static String of(String text) {
    StringBuilder slug = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        slug.append((char) (c + 32));
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else {
        String operator = operatorAt(text, i);
        separate(slug);
        if (!operator.isEmpty()) {
          slug.append(operator);
          separate(slug);
          if (i + 1 < text.length() && text.charAt(i + 1) == '=') {
            i++;
          }
        }
      }
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.toString();
  }

  /** Operators are spelt out, so that {@code a <= 1} and {@code a >= 1} are two ids. */
  private static String operatorAt(String text, int at) {
    boolean equal = at + 1 < text.length() && text.charAt(at + 1) == '=';
    return switch (text.charAt(at)) {
      case '<' -> equal ? "le" : "lt";
      case '>' -> equal ? "ge" : "gt";
      case '!' -> equal ? "ne" : "";
      case '=' -> equal ? "eq" : "";
      default -> "";
    };
  }

  private static void separate(StringBuilder slug) {
    if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
      slug.append('-');
    }
  }

  /** {@code dir/policy.bylaw} becomes {@code policy}. */
  static String ofFile(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    int dot = base.lastIndexOf(".bylaw");
    String slug = of(dot > 0 ? base.substring(0, dot) : base);
    return slug.isEmpty() ? "rules" : slug;
  }
}
