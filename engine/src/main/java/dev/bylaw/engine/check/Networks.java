package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import java.util.List;

/** The sides of {@code in} where it asks what lies in a network. */
final class Networks {
  private Networks() {}

  /** Whether values of the type are networks, or addresses, which are networks of one. */
  static boolean areNetworks(Type type) {
    return type == Scalar.NETWORK || type == Scalar.ADDRESS;
  }

  /** A network that stands alone, as a list of one. */
  static Value listOf(Value network) {
    Type type = new Type.ListType(network.type());
    return network instanceof Value.Constant constant
        ? new Value.Constant(
            new Node.Sequence(List.of(constant.node()), network.span()), type, network.span())
        : new Value.Items(List.of(network), type, network.span());
  }
}
