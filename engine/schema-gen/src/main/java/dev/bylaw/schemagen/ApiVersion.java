package dev.bylaw.schemagen;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an API group.
 *
 * @param stability 2 for {@code v1}, 1 for {@code v1beta2}, 0 for {@code v1alpha1}, -1 for none
 */
record ApiVersion(int stability, int major, int minor) {
  /**
   * As Kubernetes orders the versions of a group: stable before beta before alpha, then new before
   * old.
   */
  static final Comparator<ApiVersion> BEST_FIRST =
      Comparator.comparingInt(ApiVersion::stability)
          .thenComparingInt(ApiVersion::major)
          .thenComparingInt(ApiVersion::minor)
          .reversed();

  private static final Pattern FORM = Pattern.compile("[vV](\\d+)(?:(alpha|beta)(\\d+))?");

  static ApiVersion parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return new ApiVersion(-1, 0, 0);
    }
    int major = Integer.parseInt(parts.group(1));
    String stage = parts.group(2);
    if (stage == null) {
      return new ApiVersion(2, major, 0);
    }
    return new ApiVersion(stage.equals("beta") ? 1 : 0, major, Integer.parseInt(parts.group(3)));
  }
}
