import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.teavm.parsing.resource.Resource;
import org.teavm.parsing.resource.ResourceProvider;

/** The class path, with the switches of the engine's classes unfolded. */
final class ClassFiles implements ResourceProvider {
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
    List<Resource> unfolded = new ArrayList<>();
    found.forEachRemaining(file -> unfolded.add(new Unfolded(file)));
    return unfolded.iterator();
  }

  private record Unfolded(Resource file) implements Resource {
    @Override
    public InputStream open() {
      try (InputStream in = file.open()) {
        return new ByteArrayInputStream(TypeSwitches.unfolded(in.readAllBytes()));
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
