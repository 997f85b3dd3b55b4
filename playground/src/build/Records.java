import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldHolder;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * What the compiler makes for each record, once for all: two records are equal if their components
 * are, which {@code Platform} compares. Their texts are left out, for no answer holds one; whoever
 * asks for one after all is told, loudly.
 */
public final class Records implements ClassHolderTransformer {
  private static final String PLATFORM = "dev.bylaw.playground.Platform";
  private static final ValueType OBJECT = ValueType.object("java.lang.Object");
  private static final ValueType OBJECTS = ValueType.arrayOf(OBJECT);
  private static final ValueType RECORD = ValueType.object("java.lang.Record");
  private static final ValueType STRING = ValueType.object("java.lang.String");

  private static final MethodDescriptor EQUALS =
      new MethodDescriptor("equals", OBJECT, ValueType.BOOLEAN);
  private static final MethodDescriptor HASH_CODE =
      new MethodDescriptor("hashCode", ValueType.INTEGER);
  private static final MethodDescriptor TO_STRING = new MethodDescriptor("toString", STRING);
  private static final MethodDescriptor COMPONENTS = new MethodDescriptor("components", OBJECTS);

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    ValueType self = ValueType.object(type.getName());
    if (self.equals(RECORD)) {
      ProgramEmitter equals = added(EQUALS, type, context);
      equals
          .invoke(PLATFORM, "same", ValueType.BOOLEAN, equals.var(0, RECORD), equals.var(1, OBJECT))
          .returnValue();
      ProgramEmitter hash = added(HASH_CODE, type, context);
      hash.invoke(PLATFORM, "hash", ValueType.INTEGER, hash.var(0, RECORD)).returnValue();
      added(COMPONENTS, type, context).constantNull(OBJECTS).returnValue();
    } else if (type.getName().equals(PLATFORM)) {
      MethodHolder components = type.getMethod(new MethodDescriptor("components", RECORD, OBJECTS));
      ProgramEmitter.create(components, context.getHierarchy())
          .var(1, RECORD)
          .invokeVirtual("components", OBJECTS)
          .returnValue();
    } else if ("java.lang.Record".equals(type.getParent())) {
      record(type, context);
    }
  }

  private static void record(ClassHolder type, ClassHolderTransformerContext context) {
    Set<String> made = made(type.getName());
    if (made.contains("toString")) {
      ProgramEmitter.create(type.getMethod(TO_STRING), context.getHierarchy())
          .construct(UnsupportedOperationException.class)
          .raise();
    }
    for (MethodDescriptor shared : List.of(EQUALS, HASH_CODE)) {
      if (made.contains(shared.getName())) {
        type.removeMethod(type.getMethod(shared));
      }
    }
    ProgramEmitter program = added(COMPONENTS, type, context);
    List<FieldHolder> fields =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(ElementModifier.STATIC))
            .toList();
    ValueEmitter components = program.constructArray(OBJECT, fields.size());
    for (int i = 0; i < fields.size(); i++) {
      ValueType of = fields.get(i).getType();
      ValueEmitter value =
          program.var(0, ValueType.object(type.getName())).getField(fields.get(i).getName(), of);
      components.setElement(i, of instanceof ValueType.Primitive ? value.box() : value);
    }
    components.returnValue();
  }

  private static ProgramEmitter added(
      MethodDescriptor descriptor, ClassHolder type, ClassHolderTransformerContext context) {
    MethodHolder method = new MethodHolder(descriptor);
    method.setLevel(AccessLevel.PUBLIC);
    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
    type.addMethod(method);
    return program;
  }

  /** The names of the methods that the compiler has made. */
  private static Set<String> made(String type) {
    String file = "/" + type.replace('.', '/') + ".class";
    try (InputStream in = Records.class.getResourceAsStream(file)) {
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .filter(Records::isMade)
          .map(method -> method.methodName().stringValue())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMade(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(element ->
            element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod()
                    .owner()
                    .descriptorString()
                    .equals("Ljava/lang/runtime/ObjectMethods;"));
  }
}
