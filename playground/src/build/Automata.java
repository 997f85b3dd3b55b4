import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Writes the automata of ANTLR, which are lists of numbers, by how far each number is from the one
 * six places before: an edge has six, and resembles the edge before it. {@code Platform.automaton}
 * reads them.
 */
public final class Automata implements ClassHolderTransformer {
  private static final int EDGE = 6;
  private static final MethodReference AUTOMATON =
      new MethodReference(
          "dev.bylaw.playground.Platform",
          "automaton",
          ValueType.object("java.lang.String"),
          ValueType.arrayOf(ValueType.CHARACTER));

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith("dev.bylaw.grammar.antlr.Bylaw")) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      if (method.getName().equals("<clinit>")) {
        pack(method.getProgram());
      }
    }
  }

  private static void pack(Program program) {
    StringConstantInstruction automaton = null;
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof StringConstantInstruction text) {
          automaton = text;
        } else if (instruction instanceof InvokeInstruction call
            && automaton != null
            && call.getMethod().getName().equals("toCharArray")) {
          automaton.setConstant(packed(automaton.getConstant()));
          call.setMethod(AUTOMATON);
          call.setArguments(call.getInstance());
          call.setInstance(null);
          call.setType(InvocationType.SPECIAL);
        }
      }
    }
  }

  private static String packed(String automaton) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < automaton.length(); i++) {
      int difference = automaton.charAt(i) - (i < EDGE ? 0 : automaton.charAt(i - EDGE));
      Digits.append(difference < 0 ? -2 * difference - 1 : 2 * difference, text);
    }
    return text.toString();
  }
}
