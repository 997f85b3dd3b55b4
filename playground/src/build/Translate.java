import java.nio.file.Path;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Translates the engine to an ES module: {@code Translate FOLDER FILE}. Strict, so that null, a
 * wrong cast and an index out of bounds are what they are on the JVM.
 */
final class Translate {
  private static final String ENTRY = "dev.bylaw.playground.Entry";

  private Translate() {}

  public static void main(String[] arguments) throws Exception {
    TeaVMTool tool = new TeaVMTool();
    tool.setClassLoader(Translate.class.getClassLoader());
    tool.setMainClass(ENTRY);
    tool.setTargetDirectory(Path.of(arguments[0]).toFile());
    tool.setTargetFileName(arguments[1]);
    tool.setJsModuleType(JSModuleType.ES2015);
    tool.setStrict(true);
    tool.setObfuscated(true);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.getTransformers().add(Redirect.class.getName());
    tool.getTransformers().add(UnicodeTables.class.getName());
    tool.getTransformers().add(RecordTexts.class.getName());
    var log = new ConsoleTeaVMToolLog(false);
    tool.setLog(log);
    tool.generate();
    TeaVMProblemRenderer.describeProblems(
        tool.getDependencyInfo().getCallGraph(), tool.getProblemProvider(), log);
    if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
      System.exit(1);
    }
  }
}
