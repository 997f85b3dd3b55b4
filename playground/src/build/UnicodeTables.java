import java.lang.reflect.Method;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Writes the tables of RE2/J, which say what characters {@code \p{Greek}} stands for, as texts:
 * translated as the code that they are, they weigh as much as the evaluator. {@code Platform.table}
 * reads them.
 */
public final class UnicodeTables implements ClassHolderTransformer {
  private static final String NAME = "com.google.re2j.UnicodeTables";
  private static final ValueType TABLE = ValueType.arrayOf(ValueType.arrayOf(ValueType.INTEGER));

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().equals(NAME)) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getResultType().equals(TABLE) && method.parameterCount() == 0) {
        ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
        program
            .invoke(
                "dev.bylaw.playground.Platform",
                "table",
                TABLE,
                program.constant(packed(method.getName())))
            .returnValue();
      }
    }
  }

  private static String packed(String method) {
    try {
      Method made = Class.forName(NAME).getDeclaredMethod(method);
      made.setAccessible(true);
      StringBuilder text = new StringBuilder();
      int last = 0;
      for (int[] range : (int[][]) made.invoke(null)) {
        Digits.append(range[0] - last, text);
        Digits.append(range[1] - range[0], text);
        Digits.append(range[2], text);
        last = range[1];
      }
      return text.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("RE2/J is not what it was: " + method, e);
    }
  }
}
