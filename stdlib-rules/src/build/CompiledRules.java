import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.code.KindCode;
import dev.bylaw.engine.code.PolicyCode;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.stdlib.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * Compiles the standard library for the newest version of Kubernetes, writes it as Java and
 * compiles that too: {@code CompiledRules SOURCE-FOLDER CLASS-FOLDER}. Run by the build, with the
 * class path of the module; a rule that does not compile stops it.
 */
void main(String[] args) throws IOException {
  Path folder = Path.of(args[0], "dev", "bylaw", "stdlib");
  Files.createDirectories(folder);
  Schema schema = Schema.of(KubernetesVersion.newest());

  Map<String, List<Source>> library = new LinkedHashMap<>();
  Map<String, Source> files = new LinkedHashMap<>();
  for (String pack : StandardLibrary.packs()) {
    library.put("std/" + pack, StandardLibrary.sources(pack));
    StandardLibrary.sources(pack).forEach(file -> files.put(file.name(), file));
  }
  CheckedPolicy policy = compiled(List.copyOf(files.values()), library, schema);

  // What each pack holds when it is asked for by itself: its rules, and those that it includes.
  Map<String, List<String>> packs = new LinkedHashMap<>();
  for (String pack : StandardLibrary.packs()) {
    CheckedPolicy alone = compiled(StandardLibrary.sources(pack), library, schema);
    packs.put(pack, alone.rules().stream().map(CheckedRule::id).toList());
  }

  Path rules = folder.resolve("CompiledRules.java");
  Path kinds = folder.resolve("CompiledKinds.java");
  Files.writeString(rules, PolicyCode.of("dev.bylaw.stdlib", "CompiledRules", policy, packs));
  Files.writeString(kinds, KindCode.of("dev.bylaw.stdlib", "CompiledKinds", schema));
  int failed =
      ToolProvider.getSystemJavaCompiler()
          .run(
              null,
              null,
              null,
              "-g:none",
              "-d",
              args[1],
              "-cp",
              System.getProperty("java.class.path"),
              rules.toString(),
              kinds.toString());
  if (failed != 0) {
    throw new IOException("the standard library, written as Java, does not compile");
  }
}

CheckedPolicy compiled(List<Source> files, Map<String, List<Source>> library, Schema schema)
    throws IOException {
  Staged<CheckedPolicy> staged = Compiler.compile(files, library, schema);
  if (!staged.diagnostics().isEmpty()) {
    staged.diagnostics().forEach(System.err::println);
    throw new IOException("the standard library does not compile");
  }
  return staged.result();
}
