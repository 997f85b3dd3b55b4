package dev.bylaw.schemagen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Follows a static initialiser that fills sets of strings, in either form the client's generator
 * has used: {@code SET = new HashSet(); SET.add("a")} up to 26.0.0, {@code SET = new
 * HashSet(Arrays.asList("a"))} after it.
 */
final class StaticSets extends MethodVisitor {
  private final Map<String, Set<String>> sets;
  private final List<String> pending = new ArrayList<>();
  private String current = "";

  StaticSets(Map<String, Set<String>> sets) {
    super(Opcodes.ASM9);
    this.sets = sets;
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (value instanceof String text) {
      pending.add(text);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
    current = field;
    if (opcode == Opcodes.PUTSTATIC) {
      put();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String method, String descriptor, boolean isInterface) {
    if (method.equals("add")) {
      put();
    }
  }

  private void put() {
    sets.computeIfAbsent(current, _ -> new HashSet<>()).addAll(pending);
    pending.clear();
  }
}
