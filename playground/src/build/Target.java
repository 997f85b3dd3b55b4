import org.teavm.backend.javascript.JSModuleType;
import org.teavm.backend.javascript.JavaScriptTarget;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReader;
import org.teavm.model.Program;
import org.teavm.model.instructions.CastInstruction;

/**
 * An ES module, in which an index out of bounds is the error that it is on the JVM. What the
 * compiler has proven of the engine's source is not checked again, for it weighs as much as the
 * parser: that nothing is null which must not be (the browser throws by itself where something is
 * asked of null), and that a cast is right.
 */
final class Target extends JavaScriptTarget implements TeaVMJavaScriptHost {
  Target() {
    setModuleType(JSModuleType.ES2015);
    setObfuscated(true);
    setStrict(true);
  }

  /** In place of the checks of null, which the strict translation puts in here. */
  @Override
  public void beforeInlining(Program program, MethodReader method) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof CastInstruction cast) {
          cast.setWeak(true);
        }
      }
    }
  }
}
