import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes out, in a class, what javac leaves to the JVM to make up when it is first run: the choice
 * among the patterns of a switch, and a record's equals and hashCode.
 *
 * <p>The ahead-of-time cache keeps what lambdas and joined strings were linked to, but of these it
 * keeps nothing, so that every cold start made them up again: more than half of the time of a run
 * that compiled rules. The meaning is the one that {@link java.lang.runtime.SwitchBootstraps} and
 * {@link java.lang.runtime.ObjectMethods} document.
 */
final class LinkedAhead extends ClassVisitor {
  /** A call to be written out: what its method does, and what it was to be linked from. */
  private record Call(String method, String name, String descriptor, Object[] arguments) {}

  private final List<Call> calls = new ArrayList<>();
  private String owner = "";
  private boolean isInterface;

  private LinkedAhead(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  static byte[] link(byte[] bytes) {
    var reader = new ClassReader(bytes);
    var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new LinkedAhead(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(int version, int access, String name, String s, String sup, String[] i) {
    owner = name;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, s, sup, i);
  }

  @Override
  public MethodVisitor visitMethod(int access, String n, String d, String s, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, n, d, s, exceptions)) {
      @Override
      public void visitInvokeDynamicInsn(String name, String desc, Handle from, Object... with) {
        if (isWritable(from.getOwner(), name, with)) {
          var call = new Call("linked$" + calls.size(), name, desc, with);
          calls.add(call);
          visitMethodInsn(Opcodes.INVOKESTATIC, owner, call.method(), desc, isInterface);
        } else {
          super.visitInvokeDynamicInsn(name, desc, from, with);
        }
      }
    };
  }

  private static boolean isWritable(String linker, String name, Object[] arguments) {
    return switch (linker + "." + name) {
      case "java/lang/runtime/SwitchBootstraps.typeSwitch" ->
          Arrays.stream(arguments).allMatch(label -> label instanceof Type);
      case "java/lang/runtime/ObjectMethods.equals", "java/lang/runtime/ObjectMethods.hashCode" ->
          true;
      default -> false;
    };
  }

  @Override
  public void visitEnd() {
    for (Call call : calls) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      var code = super.visitMethod(access, call.method(), call.descriptor(), null, null);
      code.visitCode();
      switch (call.name()) {
        case "typeSwitch" -> typeSwitch(call, code);
        case "equals" -> equals(call, code);
        case "hashCode" -> hashCode(call, code);
        default -> throw new IllegalStateException(call.name());
      }
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
    super.visitEnd();
  }

  /** The first label from the one asked for that the value is of; -1 for null. */
  private static void typeSwitch(Call call, MethodVisitor code) {
    var given = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitJumpInsn(Opcodes.IFNONNULL, given);
    code.visitInsn(Opcodes.ICONST_M1);
    code.visitInsn(Opcodes.IRETURN);
    same(given, code);
    Object[] labels = call.arguments();
    for (int i = 0; i < labels.length; i++) {
      var next = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 1);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitJumpInsn(Opcodes.IF_ICMPGT, next);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitTypeInsn(Opcodes.INSTANCEOF, ((Type) labels[i]).getInternalName());
      code.visitJumpInsn(Opcodes.IFEQ, next);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitInsn(Opcodes.IRETURN);
      same(next, code);
    }
    code.visitIntInsn(Opcodes.SIPUSH, labels.length);
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void equals(Call call, MethodVisitor code) {
    var differ = new Label();
    String record = ((Type) call.arguments()[0]).getInternalName();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, record);
    code.visitJumpInsn(Opcodes.IFEQ, differ);
    for (Handle component : components(call)) {
      load(0, record, component, code);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, record);
      code.visitFieldInsn(Opcodes.GETFIELD, record, component.getName(), component.getDesc());
      Type type = Type.getType(component.getDesc());
      if (isReference(type)) {
        String objects = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", objects, false);
        code.visitJumpInsn(Opcodes.IFEQ, differ);
      } else {
        String two = Type.getMethodDescriptor(Type.INT_TYPE, type, type);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, box(type), "compare", two, false);
        code.visitJumpInsn(Opcodes.IFNE, differ);
      }
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    same(differ, code);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void hashCode(Call call, MethodVisitor code) {
    String record = ((Type) call.arguments()[0]).getInternalName();
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle component : components(call)) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      load(0, record, component, code);
      Type type = Type.getType(component.getDesc());
      String one =
          isReference(type)
              ? "(Ljava/lang/Object;)I"
              : Type.getMethodDescriptor(Type.INT_TYPE, type);
      String by = isReference(type) ? "java/util/Objects" : box(type);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, by, "hashCode", one, false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  /** After the record and the names of its components come their getters. */
  private static List<Handle> components(Call call) {
    Object[] arguments = call.arguments();
    return Arrays.stream(arguments, 2, arguments.length).map(Handle.class::cast).toList();
  }

  private static void load(int local, String record, Handle component, MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, local);
    code.visitFieldInsn(Opcodes.GETFIELD, record, component.getName(), component.getDesc());
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private static String box(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalStateException(type.toString());
    };
  }

  /** A place that is jumped to, with the same locals as at the start and an empty stack. */
  private static void same(Label label, MethodVisitor code) {
    code.visitLabel(label);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
  }
}
