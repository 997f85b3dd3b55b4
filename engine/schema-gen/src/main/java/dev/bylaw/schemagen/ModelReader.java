package dev.bylaw.schemagen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads one model class.
 *
 * <p>A field of the API is a Java field with {@code @SerializedName}; its generic signature gives
 * the elements of lists and maps. Description and whether it is required stand on the getter, which
 * is known by the field that it reads. The static initialiser repeats both sets of names, and they
 * must agree.
 */
final class ModelReader extends ClassVisitor {
  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";
  private static final String FIELD_DOC = "Lio/swagger/annotations/ApiModelProperty;";
  private static final String TYPE_DOC = "Lio/swagger/annotations/ApiModel;";

  private final ModelName name;
  private @Nullable String description;

  /** Java field to JSON name. */
  private final Map<String, String> jsonNames = new HashMap<>();

  /** JSON name to signature, in the order of the class. */
  private final Map<String, String> signatures = new LinkedHashMap<>();

  private final Map<String, String> docs = new HashMap<>();
  private final Set<String> required = new HashSet<>();

  /**
   * What the static initialiser puts into {@code openapiFields} and {@code openapiRequiredFields}.
   */
  private final Map<String, Set<String>> declared = new HashMap<>();

  private ModelReader(ModelName name) {
    super(Opcodes.ASM9);
    this.name = name;
  }

  /**
   * The model of a class file, or null if the class is none (has no fields of the API at all and
   * lists none).
   */
  static @Nullable Model read(String simpleName, byte[] classFile) {
    var reader = new ModelReader(ModelName.parse(simpleName));
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader.declared.containsKey("openapiFields") ? reader.model() : null;
  }

  private Model model() {
    check("openapiFields", signatures.keySet());
    check("openapiRequiredFields", required);
    List<Model.Field> fields = new ArrayList<>();
    signatures.forEach((json, signature) ->
        fields.add(
            new Model.Field(
                json,
                new SignatureParser(name + "." + json, signature).parse(),
                required.contains(json),
                List.of(),
                docs.get(json))));
    return new Model(name, description, fields);
  }

  private void check(String set, Set<String> annotated) {
    Set<String> listed = declared.getOrDefault(set, Set.of());
    if (!listed.equals(annotated)) {
      throw new SchemaException(
          name + ": " + set + " is " + listed + ", but the annotations say " + annotated);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String key, Object value) {
        if (descriptor.equals(TYPE_DOC) && key.equals("description")) {
          description = (String) value;
        }
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (!annotation.equals(SERIALIZED_NAME)) {
          return null;
        }
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public void visit(String key, Object json) {
            if (key.equals("value")) {
              jsonNames.put(field, (String) json);
              signatures.put((String) json, signature == null ? descriptor : signature);
            }
          }
        };
      }
    };
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (method.equals("<clinit>")) {
      return new StaticSets(declared);
    }
    return descriptor.startsWith("()") ? new Getter() : null;
  }

  /** Keeps what {@code @ApiModelProperty} says until the method shows which field it returns. */
  private final class Getter extends MethodVisitor {
    private boolean annotated;
    private @Nullable String doc;
    private boolean demanded;

    Getter() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (!annotation.equals(FIELD_DOC)) {
        return null;
      }
      annotated = true;
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String key, Object value) {
          switch (key) {
            case "value" -> doc = (String) value;
            case "required" -> demanded = (Boolean) value;
            default -> {}
          }
        }
      };
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      String json = jsonNames.get(field);
      if (!annotated || opcode != Opcodes.GETFIELD || json == null) {
        return;
      }
      annotated = false;
      if (doc != null && !doc.isBlank()) {
        docs.put(json, doc);
      }
      if (demanded) {
        required.add(json);
      }
    }
  }
}
