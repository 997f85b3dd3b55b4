import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
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
    var log = new ConsoleTeaVMToolLog(false);
    tool.setLog(log);
    tool.generate();
    TeaVMProblemRenderer.describeProblems(
        tool.getDependencyInfo().getCallGraph(), tool.getProblemProvider(), log);
    if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
      System.exit(1);
    }
  }

  /** Calls of the class library that mean something else, or nothing, in the browser. */
  public static final class Redirect implements ClassHolderTransformer {
    private static final String PLATFORM = "dev.bylaw.playground.Platform";
    private static final ValueType STRING = ValueType.object("java.lang.String");
    private static final ValueType STREAM = ValueType.object("java.io.InputStream");
    private static final ValueType CLASS = ValueType.object("java.lang.Class");

    private static final ValueType LOCALE = ValueType.object("java.util.Locale");
    private static final ValueType OBJECTS =
        ValueType.arrayOf(ValueType.object("java.lang.Object"));

    private static final Map<MethodReference, MethodReference> CALLS =
        Map.of(
            new MethodReference("java.lang.String", "format", STRING, OBJECTS, STRING),
            new MethodReference(PLATFORM, "format", STRING, OBJECTS, STRING),
            new MethodReference("java.lang.String", "format", LOCALE, STRING, OBJECTS, STRING),
            new MethodReference(PLATFORM, "format", LOCALE, STRING, OBJECTS, STRING),
            new MethodReference(
                "java.lang.String", "split", STRING, ValueType.INTEGER, ValueType.arrayOf(STRING)),
            new MethodReference(
                PLATFORM, "split", STRING, STRING, ValueType.INTEGER, ValueType.arrayOf(STRING)),
            copy(ValueType.BYTE, "java.util.Arrays"),
            copy(ValueType.BYTE, PLATFORM),
            copy(ValueType.CHARACTER, "java.util.Arrays"),
            copy(ValueType.CHARACTER, PLATFORM),
            copy(ValueType.INTEGER, "java.util.Arrays"),
            copy(ValueType.INTEGER, PLATFORM),
            new MethodReference("java.lang.Class", "getResourceAsStream", STRING, STREAM),
            new MethodReference(PLATFORM, "resource", CLASS, STRING, STREAM));

    private static MethodReference copy(ValueType element, String owner) {
      ValueType array = ValueType.arrayOf(element);
      return new MethodReference(
          owner,
          new MethodDescriptor("copyOfRange", array, ValueType.INTEGER, ValueType.INTEGER, array));
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
      if (type.getName().equals(PLATFORM)) {
        return;
      }
      for (MethodHolder method : type.getMethods()) {
        if (method.getProgram() == null) {
          continue;
        }
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
          for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call) {
              redirect(call);
            }
          }
        }
      }
    }

    /** An instance becomes the first argument. */
    private static void redirect(InvokeInstruction call) {
      MethodReference target = CALLS.get(call.getMethod());
      if (target == null) {
        return;
      }
      call.setMethod(target);
      if (call.getInstance() != null) {
        var arguments = new java.util.ArrayList<>(List.of(call.getInstance()));
        arguments.addAll(call.getArguments());
        call.setInstance(null);
        call.setType(InvocationType.SPECIAL);
        call.setArguments(arguments.toArray(org.teavm.model.Variable[]::new));
      }
    }
  }
}
