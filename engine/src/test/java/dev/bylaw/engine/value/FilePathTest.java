package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePathTest {
  @ParameterizedTest
  @CsvSource({
    "/etc, /etc",
    "/etc/, /etc",
    "/etc/passwd, /etc",
    "//etc//./passwd, /etc/",
    "etc, /etc",
    "./etc, etc",
    "/var/../etc, /etc",
    "/../../etc, /etc",
    "/etc, /",
    "/, /",
    "'', /",
    "/, ''",
    "., /",
    "/a/.., /",
    "C:\\Windows\\x, C:\\Windows",
    "c:/windows/x, C:\\WINDOWS",
    "C:\\Windows. , C:\\Windows",
    "C:Windows, C:\\Windows",
    "C:\\, C:",
    "C:\\Windows, \\Windows",
    "\\Windows, C:\\Windows",
    "\\\\?\\C:\\Windows, C:\\Windows",
    "\\\\.\\pipe\\docker_engine, //./pipe/docker_engine",
    "//./pipe/Docker_Engine, \\\\.\\pipe\\docker_engine",
    "C:\\a\\..\\Windows, C:\\Windows",
  })
  void isUnder(String path, String root) {
    assertThat(FilePath.isUnder(path, root)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/etcetera, /etc",
    "/etc, /etc/passwd",
    "/, /etc",
    "/etc/.., /etc",
    "/ETC, /etc",
    "/usr/etc, /etc",
    "D:\\Windows, C:\\Windows",
    "C:\\Windows, /Windows",
    "/Windows, C:\\Windows",
    "C:\\, /",
    "C:\\WindowsApps, C:\\Windows",
    "/a\\..\\etc, /etc",
    "/pipe/docker_engine, \\\\.\\pipe\\docker_engine",
    "/.../etc, /etc",
  })
  void isNotUnder(String path, String root) {
    assertThat(FilePath.isUnder(path, root)).isFalse();
  }

  /** On Linux it is what the library of Java makes of the same two paths. */
  @Property
  void agreesWithTheLibrary(@ForAll("paths") String path, @ForAll("paths") String root) {
    assertThat(FilePath.isUnder(path, root)).isEqualTo(normal(path).startsWith(normal(root)));
  }

  @Property
  void writingAPathOtherwiseMakesNoDifference(
      @ForAll("paths") String path, @ForAll("paths") String root) {
    String other = "//./" + path.replace("/", "/.//") + "/x/..";
    assertThat(FilePath.isUnder(other, root)).isEqualTo(FilePath.isUnder(path, root));
    assertThat(FilePath.isUnder(root, other)).isEqualTo(FilePath.isUnder(root, path));
  }

  private static Path normal(String path) {
    return Path.of("/" + path).normalize();
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(List.of("a", "b", "..", ".", "", "ab"))
        .list()
        .ofMaxSize(6)
        .map(steps -> String.join("/", steps));
  }
}
