import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the exception that stands at the end of each switch over types by one call. It is never
 * thrown, for a switch that leaves a type out does not compile; but the translation would write it
 * out each time.
 */
final class Unmatched implements CodeTransform {
  private static final ClassDesc PLATFORM = ClassDesc.of("dev.bylaw.playground.Platform");
  private static final ClassDesc EXCEPTION = ClassDesc.of("java.lang.MatchException");

  /** As compilers write it: without a message and a cause. */
  private static final List<Opcode> MAKING =
      List.of(Opcode.NEW, Opcode.DUP, Opcode.ACONST_NULL, Opcode.ACONST_NULL, Opcode.INVOKESPECIAL);

  /** What may be the beginning of it. */
  private final List<Instruction> begun = new ArrayList<>();

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (!(element instanceof Instruction instruction)
        || instruction.opcode() != MAKING.get(begun.size())
        || instruction instanceof NewObjectInstruction made
            && !made.className().asSymbol().equals(EXCEPTION)) {
      begun.forEach(code::with);
      begun.clear();
      code.with(element);
      return;
    }
    begun.add(instruction);
    if (begun.size() == MAKING.size()) {
      begun.clear();
      code.invokestatic(PLATFORM, "unmatched", MethodTypeDesc.of(EXCEPTION));
    }
  }
}
