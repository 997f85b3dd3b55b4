package dev.bylaw.engine.cases;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import java.io.IOException;
import java.util.List;

/** What was found in one document, object by object, and which objects are clean. */
final class FindingText {
  private final StringBuilder out = new StringBuilder();

  private FindingText() {}

  static String of(Manifest manifest, Evaluation evaluation) throws IOException {
    FindingText text = new FindingText();
    if (manifest.status() != Manifest.Status.KUBERNETES) {
      text.out.append(manifest.status()).append('\n');
    }
    for (Resource resource : manifest.resources()) {
      text.resource(resource, evaluation.findings());
    }
    text.out.append(ErrorText.of(List.of(), manifest.diagnostics(), Cases.SCHEMA));
    for (String kind : evaluation.unknownKinds()) {
      text.out.append("unknown kind ").append(kind).append("\n\n");
    }
    return text.out.toString();
  }

  private void resource(Resource resource, List<Finding> findings) {
    String prefix = resource.pathPrefix();
    out.append(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + " ");
    out.append(resource.kind()).append(' ');
    out.append(resource.namespace() == null ? "" : resource.namespace() + "/");
    out.append(resource.name() == null ? "(no name)" : resource.name());
    List<Finding> own = findings.stream().filter(f -> f.resource().equals(resource)).toList();
    out.append(own.isEmpty() ? ": clean\n" : "\n");
    own.forEach(this::finding);
    out.append('\n');
  }

  private void finding(Finding finding) {
    out.append("  ").append(finding.ruleId()).append(' ').append(finding.severity().word());
    if (finding.outcome() != Finding.Outcome.VIOLATED) {
      out.append(' ').append(finding.outcome().word());
    }
    out.append('\n');
    line(
        "at "
            + (finding.path().isEmpty() ? "" : finding.path() + " ")
            + ErrorText.range(finding.span())
            + marked(finding));
    if (finding.container() != null) {
      line("in container " + finding.container());
    }
    line(finding.message());
    if (!finding.missing().isEmpty()) {
      line("missing " + String.join(" . ", finding.missing()));
    }
    if (finding.insert() != null) {
      line("insert " + finding.insert());
    }
    if (finding.note() != null) {
      line("note " + finding.note());
    }
  }

  private static String marked(Finding finding) {
    String text = finding.span().text();
    return text.isEmpty() || text.contains("\n") ? "" : " `" + text + "`";
  }

  private void line(String text) {
    out.append("    ").append(text).append('\n');
  }
}
