import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/** The class path, with the engine's classes in the form that packs best. */
final class ClassFiles implements ResourceProvider {
  /** What no translation reads is dropped: the stack maps. */
  private static final ClassFile FILES = ClassFile.of(StackMapsOption.DROP_STACK_MAPS);

  private static final ClassTransform REWRITTEN =
      ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(TypeSwitches::new))
          .andThen(
              ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Unmatched::new)))
          .andThen(ClassTransform.transformingMethodBodies(new Joins()));

  private final ResourceProvider classPath;

  ClassFiles(ResourceProvider classPath) {
    this.classPath = classPath;
  }

  @Override
  public Iterator<Resource> getResources(String name) {
    Iterator<Resource> found = classPath.getResources(name);
    if (!name.startsWith("dev/bylaw/") || !name.endsWith(".class")) {
      return found;
    }
    List<Resource> rewritten = new ArrayList<>();
    found.forEachRemaining(file -> rewritten.add(new Rewritten(file)));
    return rewritten.iterator();
  }

  private record Rewritten(Resource file) implements Resource {
    @Override
    public InputStream open() {
      try (InputStream in = file.open()) {
        return new ByteArrayInputStream(
            FILES.transformClass(FILES.parse(in.readAllBytes()), REWRITTEN));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Date getModificationDate() {
      return file.getModificationDate();
    }
  }

  @Override
  public void close() {
    classPath.close();
  }
}
