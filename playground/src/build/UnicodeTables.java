import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Writes the tables of RE2/J, which say what characters {@code \p{Greek}} stands for, to a file
 * that the page fetches for the first rule that could ask: translated as the code that they are,
 * they weigh as much as the evaluator. {@code Platform.table} reads them.
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
                "dev.bylaw.playground.Platform", "table", TABLE, program.constant(method.getName()))
            .returnValue();
      }
    }
  }

  /** Writes the tables to a file: a line for each, its name and its text. */
  static void write(Path file) throws IOException {
    try {
      StringBuilder lines = new StringBuilder();
      for (Method method : Class.forName(NAME).getDeclaredMethods()) {
        if (method.getReturnType() == int[][].class && method.getParameterCount() == 0) {
          method.setAccessible(true);
          lines.append(method.getName()).append(' ');
          lines.append(packed((int[][]) method.invoke(null))).append('\n');
        }
      }
      Files.writeString(file, lines);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("RE2/J is not what it was", e);
    }
  }

  private static String packed(int[][] table) {
    StringBuilder text = new StringBuilder();
    int last = 0;
    for (int[] range : table) {
      Digits.append(range[0] - last, text);
      Digits.append(range[1] - range[0], text);
      Digits.append(range[2], text);
      last = range[1];
    }
    return text.toString();
  }
}
