import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes each text that is put together of texts by {@code +} one call of {@code Platform.join}. The
 * translation would write out a builder, each time with all of its calls.
 */
final class Joins implements CodeTransform {
  private static final ClassDesc PLATFORM = ClassDesc.of("dev.bylaw.playground.Platform");
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  /** As many parts as there is a {@code join} for. */
  private static final int MOST = 5;

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call
        && call.name().equalsString("makeConcatWithConstants")
        && call.typeSymbol().parameterList().stream().allMatch(ConstantDescs.CD_String::equals)) {
      List<String> parts = parts((String) call.bootstrapArgs().getFirst());
      if (parts.size() >= 2 && parts.size() <= MOST && !parts.contains("" + CONSTANT)) {
        join(code, parts);
        return;
      }
    }
    code.with(element);
  }

  /** Of the recipe: each constant text, and {@link #ARGUMENT} for what is on the stack. */
  private static List<String> parts(String recipe) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < recipe.length(); i++) {
      char sign = recipe.charAt(i);
      if (sign == ARGUMENT || sign == CONSTANT) {
        if (start < i) {
          parts.add(recipe.substring(start, i));
        }
        parts.add("" + sign);
        start = i + 1;
      }
    }
    if (start < recipe.length()) {
      parts.add(recipe.substring(start));
    }
    return parts;
  }

  private static void join(CodeBuilder code, List<String> parts) {
    List<Integer> locals = new ArrayList<>();
    for (String part : parts) {
      if (part.charAt(0) == ARGUMENT) {
        locals.add(code.allocateLocal(TypeKind.REFERENCE));
      }
    }
    locals.reversed().forEach(code::astore);
    int next = 0;
    for (String part : parts) {
      if (part.charAt(0) == ARGUMENT) {
        code.aload(locals.get(next++));
      } else {
        code.loadConstant(part);
      }
    }
    List<ClassDesc> texts = Collections.nCopies(parts.size(), ConstantDescs.CD_String);
    code.invokestatic(PLATFORM, "join", MethodTypeDesc.of(ConstantDescs.CD_String, texts));
  }
}
