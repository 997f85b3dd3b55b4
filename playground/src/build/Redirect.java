import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Calls of the class library that mean something else, or nothing, in the browser, or that bring
 * more code with them than the engine has: {@code Platform} answers them.
 */
public final class Redirect implements ClassHolderTransformer {
  private static final String PLATFORM = "dev.bylaw.playground.Platform";
  private static final String BUILDER = "java.lang.StringBuilder";
  private static final String CHARACTER = "java.lang.Character";
  private static final ValueType CHARSET = ValueType.object("java.nio.charset.Charset");
  private static final ValueType BYTES = ValueType.arrayOf(ValueType.BYTE);
  private static final ValueType STRING = ValueType.object("java.lang.String");
  private static final ValueType LOCALE = ValueType.object("java.util.Locale");
  private static final ValueType PRINT_STREAM = ValueType.object("java.io.PrintStream");
  private static final ValueType OBJECTS = ValueType.arrayOf(ValueType.object("java.lang.Object"));

  private static final Map<MethodReference, MethodReference> CALLS = calls();

  private static Map<MethodReference, MethodReference> calls() {
    Map<MethodReference, MethodReference> calls = new LinkedHashMap<>();
    // Only libraries call it, for the texts of their own bugs.
    ofClass(calls, "java.lang.String", "format", STRING, OBJECTS, STRING);
    ofClass(calls, "java.lang.String", "format", LOCALE, STRING, OBJECTS, STRING);
    ofObject(calls, "java.io.PrintStream", "printf", STRING, OBJECTS, PRINT_STREAM);
    ofObject(calls, "java.io.PrintStream", "format", STRING, OBJECTS, PRINT_STREAM);
    ofObject(calls, "java.io.PrintStream", "format", LOCALE, STRING, OBJECTS, PRINT_STREAM);
    ofClass(calls, "java.util.Locale", "getDefault", LOCALE);
    ofObject(calls, "java.lang.Class", "getName", STRING);
    ofObject(calls, "java.lang.Class", "getSimpleName", STRING);
    // The engine has RE2/J.
    ofObject(
        calls, "java.lang.String", "split", STRING, ValueType.INTEGER, ValueType.arrayOf(STRING));
    // TeaVM 0.15.0 does not pad a copied range.
    for (ValueType element : List.of(ValueType.BYTE, ValueType.CHARACTER, ValueType.INTEGER)) {
      ValueType array = ValueType.arrayOf(element);
      ofClass(
          calls,
          "java.util.Arrays",
          "copyOfRange",
          array,
          ValueType.INTEGER,
          ValueType.INTEGER,
          array);
    }
    // The browser reads and writes numbers itself; TeaVM has tables for that.
    ofClass(calls, "java.lang.Double", "parseDouble", STRING, ValueType.DOUBLE);
    ofClass(calls, "java.lang.Double", "toString", ValueType.DOUBLE, STRING);
    ofClass(calls, "java.lang.Float", "toString", ValueType.FLOAT, STRING);
    ofObject(calls, BUILDER, "append", ValueType.FLOAT, ValueType.object(BUILDER));
    ofObject(calls, BUILDER, "append", ValueType.DOUBLE, ValueType.object(BUILDER));
    ofObject(calls, "java.math.BigDecimal", "precision", ValueType.INTEGER);
    // So it does characters.
    for (String of : List.of("isDigit", "isLetter", "isLetterOrDigit", "isWhitespace")) {
      ofClass(calls, CHARACTER, of, ValueType.CHARACTER, ValueType.BOOLEAN);
      ofClass(calls, CHARACTER, of, ValueType.INTEGER, ValueType.BOOLEAN);
    }
    ofClass(calls, CHARACTER, "getType", ValueType.INTEGER, ValueType.INTEGER);
    ofObject(calls, "java.lang.String", "getBytes", CHARSET, BYTES);
    ofClass(calls, CHARACTER, "isEmojiPresentation", ValueType.INTEGER, ValueType.BOOLEAN);
    ofClass(
        calls,
        "dev.bylaw.engine.value.Utf8",
        "text",
        BYTES,
        ValueType.INTEGER,
        ValueType.INTEGER,
        STRING);
    // It has no class path.
    ofObject(
        calls,
        "java.lang.Class",
        "getResourceAsStream",
        STRING,
        ValueType.object("java.io.InputStream"));
    return calls;
  }

  private static void ofClass(
      Map<MethodReference, MethodReference> calls,
      String owner,
      String name,
      ValueType... signature) {
    calls.put(
        new MethodReference(owner, name, signature),
        new MethodReference(PLATFORM, name, signature));
  }

  /** The object becomes the first argument. */
  private static void ofObject(
      Map<MethodReference, MethodReference> calls,
      String owner,
      String name,
      ValueType... signature) {
    List<ValueType> withObject = new ArrayList<>(List.of(ValueType.object(owner)));
    withObject.addAll(List.of(signature));
    calls.put(
        new MethodReference(owner, name, signature),
        new MethodReference(
            PLATFORM, new MethodDescriptor(name, withObject.toArray(ValueType[]::new))));
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

  private static void redirect(InvokeInstruction call) {
    MethodReference target = CALLS.get(call.getMethod());
    if (target == null) {
      return;
    }
    call.setMethod(target);
    if (call.getInstance() != null) {
      var arguments = new ArrayList<>(List.of(call.getInstance()));
      arguments.addAll(call.getArguments());
      call.setInstance(null);
      call.setType(InvocationType.SPECIAL);
      call.setArguments(arguments.toArray(Variable[]::new));
    }
  }
}
