import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns each switch over types into the comparisons that it stands for. A compiler writes two
 * steps, which type it is and then where to go on, and the translation would write both out.
 */
final class TypeSwitches implements CodeTransform {
  /** Between the call that finds the type and the jump that follows it. */
  private InvokeDynamicInstruction found;

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (found == null) {
      if (element instanceof InvokeDynamicInstruction call && isOverTypes(call)) {
        found = call;
      } else {
        code.with(element);
      }
      return;
    }
    switch (element) {
      case TableSwitchInstruction jump -> unfold(code, jump.cases(), jump.defaultTarget());
      case LookupSwitchInstruction jump -> unfold(code, jump.cases(), jump.defaultTarget());
      case LabelTarget label -> fold(code, label);
      case PseudoInstruction about -> code.with(about);
      default -> fold(code, element);
    }
  }

  private static boolean isOverTypes(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().descriptorString().endsWith("/SwitchBootstraps;")
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  /** It was no switch after all. */
  private void fold(CodeBuilder code, CodeElement element) {
    code.with(found).with(element);
    found = null;
  }

  /**
   * The stack holds the value and the number of the first type that may still be meant: a guard
   * that did not hold starts over behind its own.
   */
  private void unfold(CodeBuilder code, List<SwitchCase> cases, Label otherwise) {
    Map<Integer, Label> targets = new HashMap<>();
    cases.forEach(one -> targets.put(one.caseValue(), one.target()));
    int first = code.allocateLocal(TypeKind.INT);
    int value = code.allocateLocal(TypeKind.REFERENCE);
    code.istore(first).astore(value);
    if (targets.containsKey(-1)) {
      code.aload(value).ifnull(targets.get(-1));
    }
    List<ConstantDesc> types = found.bootstrapArgs();
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(first).loadConstant(i).if_icmpgt(next);
      code.aload(value).instanceOf((ClassDesc) types.get(i));
      code.ifne(targets.getOrDefault(i, otherwise)).labelBinding(next);
    }
    code.goto_(otherwise);
    found = null;
  }
}
