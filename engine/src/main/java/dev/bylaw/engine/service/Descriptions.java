package dev.bylaw.engine.service;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.check.Mention;
import dev.bylaw.engine.check.Referent;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what names stand for: in a few words, and at length in Markdown. */
final class Descriptions {
  private final Schema schema;

  Descriptions(Schema schema) {
    this.schema = schema;
  }

  Hover hover(Mention mention) {
    Referent referent = mention.referent();
    String detail = detail(referent);
    String text = "`" + title(referent) + "`" + (detail.isEmpty() ? "" : ": " + detail);
    String more = documentation(referent);
    return new Hover(Range.of(mention.span()), more == null ? text : text + "\n\n" + more);
  }

  private static String title(Referent referent) {
    return switch (referent) {
      case Referent.Field field -> field.path();
      case Referent.ShortWord word -> word.word();
      case Referent.Root root -> Keywords.subject(root.level());
      case Referent.Word word -> head(word.declaration());
      case Referent.Variable variable -> variable.name().text();
      case Referent.Kind kind -> kind.name();
      case Referent.RuleId rule -> rule.id();
      case Referent.PackId pack -> pack.name();
      case Referent.Listed listed -> listed.text();
    };
  }

  /** {@code param registries}: what declares a word, and its name. */
  private static String head(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Let let -> "let " + let.name().text();
      case Declaration.Parameter parameter -> "param " + parameter.name().text();
      case Declaration.Definition definition -> "define " + definition.name().text();
      case Rule _, RuleTest _, Waiver _ -> "";
    };
  }

  /** What it is, in a few words. */
  String detail(Referent referent) {
    return switch (referent) {
      case Referent.Field field ->
          field.type().described() + (field.required() ? "" : ", optional");
      case Referent.ShortWord word ->
          word.path().isEmpty()
              ? word.type().described()
              : word.type().described() + ", short for `" + word.path() + "`";
      case Referent.Root root -> Keywords.meaning(root.level());
      case Referent.Word word ->
          switch (word.declaration()) {
            case Declaration.Parameter parameter ->
                parameter.type().span().text() + ", of the pack `" + word.pack() + "`";
            case Declaration.Definition definition ->
                "for " + definition.subject().span().text() + ", of the pack `" + word.pack() + "`";
            case Declaration.Let _, Rule _, RuleTest _, Waiver _ ->
                "of the pack `" + word.pack() + "`";
          };
      case Referent.Variable variable -> variable.type() == null ? "" : variable.type().described();
      case Referent.Kind kind ->
          schema.kindsNamed(kind.name()).stream()
              .map(ResourceKind::apiVersion)
              .collect(Collectors.joining(", "));
      case Referent.RuleId rule ->
          rule.rule() == null || rule.rule().title() == null ? "" : rule.rule().title().value();
      case Referent.PackId _ -> "a pack";
      case Referent.Listed listed ->
          capability(listed) == null ? "a value that the API accepts" : "a capability";
    };
  }

  /** Markdown, or null if there is nothing more to say. */
  @Nullable String documentation(Referent referent) {
    return switch (referent) {
      case Referent.Field field ->
          field.owner() == null ? null : field(field.owner(), field.name());
      case Referent.Word word -> word(word.declaration());
      case Referent.Kind kind -> {
        List<ResourceKind> kinds = schema.kindsNamed(kind.name());
        yield kinds.isEmpty() ? null : schema.documentation().of(kinds.getFirst().type());
      }
      case Referent.RuleId rule -> rule.rule() == null ? null : text(rule.rule().doc());
      case Referent.Listed listed -> {
        Capability capability = capability(listed);
        yield capability == null ? null : capability.allows();
      }
      case Referent.ShortWord _, Referent.Root _, Referent.Variable _, Referent.PackId _ -> null;
    };
  }

  private @Nullable String field(ObjectType owner, String name) {
    String said = schema.documentation().of(owner, name);
    String since = since(owner, name);
    String text = said == null ? "" : said;
    if (since != null) {
      text += (text.isEmpty() ? "" : "\n\n") + "Since Kubernetes " + since + ".";
    }
    return text.isEmpty() ? null : text;
  }

  /** The first minor that has the field, if an older one that Bylaw knows lacks it. */
  private @Nullable String since(ObjectType owner, String name) {
    KubernetesVersion first = null;
    for (KubernetesVersion version : KubernetesVersion.supported()) {
      ObjectType type = Schema.of(version).type(owner.name());
      boolean has = type != null && type.field(name) != null;
      if (has && first == null) {
        first = version;
      }
    }
    return first == null || first == KubernetesVersion.supported().getFirst() ? null : first.text();
  }

  private static @Nullable String word(Declaration declaration) {
    Doc doc =
        switch (declaration) {
          case Declaration.Let let -> let.doc();
          case Declaration.Parameter parameter -> parameter.doc();
          case Declaration.Definition definition -> definition.doc();
          case Rule _, RuleTest _, Waiver _ -> null;
        };
    String text = "```bylaw\n" + declaration.span().text() + "\n```";
    return doc == null ? text : doc.text() + "\n\n" + text;
  }

  private static @Nullable String text(@Nullable Doc doc) {
    return doc == null ? null : doc.text();
  }

  private static @Nullable Capability capability(Referent.Listed listed) {
    boolean named =
        listed.type() instanceof Type.Scalar && Capability.names().contains(listed.text());
    return named ? Capability.valueOf(listed.text()) : null;
  }
}
