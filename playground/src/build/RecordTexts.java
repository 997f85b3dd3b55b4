import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Leaves out the texts that the compiler makes for records: no answer holds one, and every call of
 * {@code toString} would carry all of them. Whoever asks for one after all is told, loudly.
 */
public final class RecordTexts implements ClassHolderTransformer {
  private static final MethodDescriptor TO_STRING =
      new MethodDescriptor("toString", ValueType.object("java.lang.String"));

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    MethodHolder method = type.getMethod(TO_STRING);
    if ("java.lang.Record".equals(type.getParent()) && method != null && isMade(method)) {
      ProgramEmitter.create(method, context.getHierarchy())
          .construct(UnsupportedOperationException.class)
          .raise();
    }
  }

  private static boolean isMade(MethodHolder method) {
    for (BasicBlock block : method.getProgram().getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeDynamicInstruction call
            && call.getBootstrapMethod().getClassName().equals("java.lang.runtime.ObjectMethods")) {
          return true;
        }
      }
    }
    return false;
  }
}
