package dev.bylaw.engine.schema.custom;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CustomResourceDefinitions: {@code apiextensions.k8s.io/v1}, and {@code v1beta1} with a
 * schema for all versions or for each. A kind is known in every version that is served.
 */
public final class DefinitionReader {
  private static final String GROUP = "apiextensions.k8s.io/";

  private final Schema schema;
  private final DefinitionCode code;

  /**
   * @param schema the kinds that Kubernetes has itself, whose types custom kinds are made of
   * @param code as what to report a definition that cannot be used
   */
  public DefinitionReader(Schema schema, DefinitionCode code) {
    this.schema = schema;
    this.code = code;
  }

  public static boolean isDefinition(Resource resource) {
    return resource.kind().equals("CustomResourceDefinition")
        && resource.apiVersion().startsWith(GROUP);
  }

  /**
   * The kinds of a definition, one for each served version.
   *
   * @return none, and why, if the definition cannot be used
   */
  public Staged<List<ResourceKind>> read(Resource definition) {
    try {
      return new Staged<>(kinds(definition), List.of());
    } catch (MalformedDefinition e) {
      return new Staged<>(
          List.of(), List.of(Diagnostic.of(code, e.span(), e.sentence(), e.help())));
    }
  }

  private List<ResourceKind> kinds(Resource definition) throws MalformedDefinition {
    Node.Mapping root = definition.root();
    boolean beta = definition.apiVersion().equals(GROUP + "v1beta1");
    if (!beta && !definition.apiVersion().equals(GROUP + "v1")) {
      throw new MalformedDefinition(
          Keys.given(root.get("apiVersion"), root, "apiVersion").span(),
          "definitions of `" + definition.apiVersion() + "` are not known",
          "write it as one of `" + GROUP + "v1`");
    }
    Node.Mapping spec = Keys.given(Keys.map(root, "spec"), root, "spec");
    Node.Mapping names = Keys.given(Keys.map(spec, "names"), spec, "names");
    String group = Keys.given(Keys.text(spec, "group"), spec, "group");
    String kind = Keys.given(Keys.text(names, "kind"), names, "kind");
    boolean namespaced = "Namespaced".equals(Keys.text(spec, "scope"));
    // Definitions of v1beta1 keep unknown fields unless they say that they do not.
    boolean open =
        spec.get("preserveUnknownFields") == null ? beta : Keys.flag(spec, "preserveUnknownFields");
    Node.Mapping common = openApi(spec, "validation");
    TypeReader reader = new TypeReader(schema);
    List<ResourceKind> kinds = new ArrayList<>();
    for (Node.Mapping version : servedVersions(spec, beta)) {
      String name = Keys.given(Keys.text(version, "name"), version, "name");
      Node.Mapping own = openApi(version, "schema");
      Node.Mapping types = own == null ? common : own;
      if (types == null && !beta) {
        throw new MalformedDefinition(
            version.span(),
            "the version `" + name + "` of " + kind + " has no schema",
            "give it `schema.openAPIV3Schema`; without one nothing is known of its fields");
      }
      ObjectType type = types == null ? reader.anything(kind) : reader.object(types, kind, open);
      kinds.add(
          new ResourceKind(
              group,
              name,
              kind,
              namespaced,
              type,
              KnownShapes.podSpecs(type),
              KnownShapes.hasOpenParts(type)));
    }
    return kinds;
  }

  private static Node.@Nullable Mapping openApi(Node.Mapping parent, String key)
      throws MalformedDefinition {
    Node.Mapping schema = Keys.map(parent, key);
    return schema == null ? null : Keys.map(schema, "openAPIV3Schema");
  }

  private static List<Node.Mapping> servedVersions(Node.Mapping spec, boolean beta)
      throws MalformedDefinition {
    Node.Sequence versions = Keys.list(spec, "versions");
    if (versions == null && beta && spec.get("version") != null) {
      Node.Entry only = Keys.given(spec.entries().get("version"), spec, "version");
      Node.Entry name = new Node.Entry("name", only.keySpan(), only.value());
      return List.of(new Node.Mapping(Map.of("name", name), only.value().span()));
    }
    List<Node.Mapping> served = new ArrayList<>();
    for (Node item : Keys.given(versions, spec, "versions").items()) {
      if (!(item instanceof Node.Mapping version)) {
        throw new MalformedDefinition(
            item.span(),
            "a version must be a map, but is " + item.described(),
            "write it with `name`, `served` and `schema`");
      }
      if (Keys.flag(version, "served")) {
        served.add(version);
      }
    }
    return served;
  }
}
