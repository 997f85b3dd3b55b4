import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.ClasspathResourceProvider;
import org.teavm.vm.DirectoryBuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Translates the engine to an ES module and its data: {@code Translate FOLDER FILE}. */
final class Translate {
  private static final String ENTRY = "dev.bylaw.playground.Entry";

  private Translate() {}

  public static void main(String[] arguments) throws IOException {
    ClassLoader loader = Translate.class.getClassLoader();
    var cache = new ReferenceCache();
    var classPath = new ClassFiles(new ClasspathResourceProvider(loader));
    TeaVM teavm =
        new TeaVMBuilder(new Target())
            .setReferenceCache(cache)
            .setClassLoader(loader)
            .setResourceProvider(classPath)
            .setClassSource(
                new PreOptimizingClassHolderSource(
                    new ClasspathClassHolderSource(classPath, cache, loader)))
            .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
            .setObfuscated(true)
            .setStrict(true)
            .build();
    teavm.add(new Records());
    teavm.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    teavm.installPlugins();
    teavm.add(new Redirect());
    teavm.add(new UnicodeTables());
    teavm.add(new Automata());
    teavm.setEntryPoint(ENTRY);
    teavm.setEntryPointName("main");
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    UnicodeTables.write(folder.resolve("unicode.bin"));
    teavm.build(new DirectoryBuildTarget(folder.toFile()), arguments[1]);
    teavm.getProblemProvider().getProblems().forEach(Translate::tell);
    if (!teavm.getProblemProvider().getSevereProblems().isEmpty()) {
      System.exit(1);
    }
  }

  private static void tell(Problem problem) {
    var text = new DefaultProblemTextConsumer();
    problem.render(text);
    System.err.println(
        problem.getSeverity() + ": " + text.getText() + " at " + problem.getLocation());
  }
}
