package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Change.Literal;
import dev.bylaw.engine.manifest.NodePath;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.engine.value.PathText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fixes of a rule at a finding: its paths become those of this document. */
final class Changes {
  private final Frame frame;
  private final Locator locator;

  Changes(Frame frame, Locator locator) {
    this.frame = frame;
    this.locator = locator;
  }

  /** All that the rule's fixes would do: what is not there need not be removed. */
  List<Change> of(CheckedRule rule, Location at) {
    List<Change> all = new ArrayList<>();
    for (CheckedFix fix : rule.fixes()) {
      Change change = of(fix, at);
      if (change != null) {
        all.add(change);
      }
    }
    return all;
  }

  private @Nullable Change of(CheckedFix fix, Location at) {
    return switch (fix) {
      case CheckedFix.Set set -> {
        Location place = place(set.path().access());
        yield place == null
            ? null
            : new Change.Set(place.path(), literal(set.value(), set.path().type()));
      }
      case CheckedFix.Add add -> {
        Location place = place(add.path().access());
        Type item = add.path().type() instanceof Type.ListType(Type element) ? element : Scalar.ANY;
        yield place == null ? null : new Change.Add(place.path(), literal(add.value(), item));
      }
      case CheckedFix.Remove remove -> {
        Location place = place(remove.path().access());
        if (place == null || !Locator.isPresent(place.node())) {
          yield null;
        }
        String path = remove.matchedOnly() ? element(place.path(), at.path()) : place.path();
        yield path == null ? null : new Change.Remove(path);
      }
    };
  }

  /** Null where the path is one of a variable that stands for nothing here, or of half a value. */
  private @Nullable Location place(Access access) {
    boolean unbound =
        switch (access.root()) {
          case Access.Root.Variable variable -> !frame.isBound(variable.index());
          case Access.Root.Key key -> !frame.isBound(key.index());
          case Access.Root.Resource _,
              Access.Root.Pod _,
              Access.Root.PodTemplate _,
              Access.Root.Container _ ->
              false;
        };
    boolean part = access.steps().stream().anyMatch(Access.Step.ImagePart.class::isInstance);
    return unbound || part ? null : locator.of(access);
  }

  /** The path of the element of a list or map in which a place lies; null if it lies elsewhere. */
  private static @Nullable String element(String holder, String path) {
    if (path.equals(holder) || !PathText.isWithin(path, holder)) {
      return null;
    }
    int length = NodePath.parse(holder).steps().size() + 1;
    return new NodePath(NodePath.parse(path).steps().subList(0, length)).text();
  }

  private static Literal literal(String text, Type type) {
    boolean string =
        switch (type) {
          case Scalar scalar ->
              switch (scalar) {
                case BOOLEAN, INTEGER, NUMBER, SECONDS -> false;
                case INT_OR_STRING, ANY -> !isNumberOrWord(text);
                case STRING,
                    BYTES,
                    DATE_TIME,
                    IMAGE,
                    DURATION,
                    NETWORK,
                    ADDRESS,
                    DATE,
                    HOST,
                    REGEX,
                    VERSION,
                    CAPABILITY,
                    ADDED_CAPABILITY,
                    DROPPED_CAPABILITY ->
                    true;
              };
          case Type.QuantityType _ -> false;
          case Type.EnumType _, Type.ListType _, Type.MapType _, ObjectType _ -> true;
        };
    return new Literal(text, string);
  }

  /** Where the type does not say, what looks like a number or a truth value is one. */
  private static boolean isNumberOrWord(String text) {
    boolean number = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      number &=
          (text.charAt(i) >= '0' && text.charAt(i) <= '9') || (i == 0 && text.charAt(0) == '-');
    }
    return number || text.equals("true") || text.equals("false");
  }
}
