package dev.bylaw.engine.value;

import dev.bylaw.engine.manifest.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which labels a selector selects.
 *
 * <p>What the API server would refuse selects nothing. A null where a string belongs is the empty
 * string, as everywhere in the API.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Labels
 *     and Selectors</a>
 */
public final class LabelSelector {
  private static final Set<String> FIELDS = Set.of("matchLabels", "matchExpressions");

  private LabelSelector() {}

  /**
   * A {@code metav1.LabelSelector}: all of {@code matchLabels} and {@code matchExpressions} must
   * hold. "An empty label selector matches all objects. A null label selector matches no objects."
   *
   * @see <a
   *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/">
   *     LabelSelector</a>
   */
  public static boolean selects(@Nullable Node selector, Map<String, String> labels) {
    if (!(selector instanceof Node.Mapping mapping)
        || !FIELDS.containsAll(mapping.entries().keySet())) {
      return false;
    }
    Map<String, String> wanted = strings(mapping.get("matchLabels"));
    List<Node> expressions = items(mapping.get("matchExpressions"));
    return wanted != null
        && expressions != null
        && holdAll(labels, wanted)
        && expressions.stream().allMatch(expression -> holds(expression, labels));
  }

  /**
   * A plain map, as in {@code Service.spec.selector}. Without entries it selects nothing: such a
   * Service has no endpoints of its own.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
   *     Services without selectors</a>
   */
  public static boolean selectsByMap(@Nullable Node selector, Map<String, String> labels) {
    Map<String, String> wanted = strings(selector);
    return wanted != null && !wanted.isEmpty() && holdAll(labels, wanted);
  }

  /**
   * Whether the API server would refuse a {@code metav1.LabelSelector}. An absent one is none, and
   * fine.
   */
  public static boolean isRefused(@Nullable Node selector) {
    if (isAbsent(selector)) {
      return false;
    }
    if (!(selector instanceof Node.Mapping mapping)) {
      return true;
    }
    List<Node> expressions = items(mapping.get("matchExpressions"));
    return !FIELDS.containsAll(mapping.entries().keySet())
        || strings(mapping.get("matchLabels")) == null
        || expressions == null
        || !expressions.stream().allMatch(LabelSelector::isExpression);
  }

  /** Whether the API server would refuse a plain map as a selector. */
  public static boolean isRefusedMap(@Nullable Node selector) {
    return strings(selector) == null;
  }

  private static boolean isExpression(Node expression) {
    if (!(expression instanceof Node.Mapping mapping)
        || !(mapping.get("key") instanceof Node.Text key)
        || !(mapping.get("operator") instanceof Node.Text operator)) {
      return false;
    }
    List<String> values = texts(items(mapping.get("values")));
    return !key.value().isEmpty()
        && values != null
        && switch (operator.value()) {
          case "In", "NotIn" -> !values.isEmpty();
          case "Exists", "DoesNotExist" -> values.isEmpty();
          default -> false;
        };
  }

  private static boolean holdAll(Map<String, String> labels, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
  }

  /**
   * {@code NotIn} holds for labels without the key, too; {@code In} and {@code NotIn} need values,
   * the others allow none.
   */
  private static boolean holds(Node expression, Map<String, String> labels) {
    if (!isExpression(expression)
        || !(expression instanceof Node.Mapping mapping)
        || !(mapping.get("key") instanceof Node.Text key)
        || !(mapping.get("operator") instanceof Node.Text operator)) {
      return false;
    }
    List<String> values = texts(items(mapping.get("values")));
    String label = labels.get(key.value());
    return switch (operator.value()) {
      case "In" -> values != null && label != null && values.contains(label);
      case "NotIn" -> values != null && (label == null || !values.contains(label));
      case "Exists" -> label != null;
      case "DoesNotExist" -> label == null;
      default -> false;
    };
  }

  /** The entries of a map of strings, none when it is absent; null when it is anything else. */
  private static @Nullable Map<String, String> strings(@Nullable Node node) {
    if (isAbsent(node)) {
      return Map.of();
    }
    if (!(node instanceof Node.Mapping mapping)) {
      return null;
    }
    Map<String, String> strings = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries().values()) {
      String value = text(entry.value());
      if (value == null) {
        return null;
      }
      strings.put(entry.key(), value);
    }
    return strings;
  }

  private static @Nullable List<Node> items(@Nullable Node node) {
    if (isAbsent(node)) {
      return List.of();
    }
    return node instanceof Node.Sequence sequence ? sequence.items() : null;
  }

  private static @Nullable List<String> texts(@Nullable List<Node> nodes) {
    if (nodes == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      String value = text(node);
      if (value == null) {
        return null;
      }
      texts.add(value);
    }
    return texts;
  }

  private static @Nullable String text(Node node) {
    return node instanceof Node.Text text ? text.value() : node instanceof Node.Null ? "" : null;
  }

  private static boolean isAbsent(@Nullable Node node) {
    return node == null || node instanceof Node.Null;
  }
}
