package dev.bylaw.cli.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  @TempDir private Path root;
  private PageServer server;
  private String host;

  @BeforeEach
  void start() throws IOException {
    Path folder = Files.createDirectories(root.resolve("page"));
    Files.writeString(folder.resolve("index.html"), "<p>here</p>");
    Files.writeString(folder.resolve("engine.js"), "export const x = 1;");
    Files.writeString(folder.resolve("notes.txt"), "private");
    Files.writeString(root.resolve("secret.html"), "secret");
    server = PageServer.start(folder, 0);
    host = server.address().substring("http://".length(), server.address().length() - 1);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void servesThePageAndItsFiles() throws IOException {
    assertThat(get("/", host)).startsWith("HTTP/1.1 200").contains("text/html", "<p>here</p>");
    assertThat(get("/engine.js", host)).startsWith("HTTP/1.1 200").contains("text/javascript");
    assertThat(get("/", host.replace("127.0.0.1", "localhost"))).startsWith("HTTP/1.1 200");
  }

  @Test
  void allowsScriptsFromFilesOnly() throws IOException {
    assertThat(get("/", host))
        .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self';")
        .containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  void answersHeadWithoutTheText() throws IOException {
    assertThat(exchange("HEAD", "/", host))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-length: 11")
        .doesNotContain("here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void answersNoOtherMethod(String method) throws IOException {
    assertThat(exchange(method, "/", host)).startsWith("HTTP/1.1 405").doesNotContain("here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "localhost", "[::1]"})
  void answersNoOtherHost(String other) throws IOException {
    assertThat(get("/", other)).startsWith("HTTP/1.1 421").doesNotContain("here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/x/../../secret.html",
        "//etc/passwd",
        "/notes.txt",
        "/missing.js",
        "/engine.js/",
        "/index.html%00.js"
      })
  void givesNothingElse(String path) throws IOException {
    assertThat(get(path, host))
        .doesNotStartWith("HTTP/1.1 200")
        .doesNotContain("secret", "private");
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
    assertThatIOException().isThrownBy(() -> PageServer.start(root, port));
  }

  private String get(String path, String to) throws IOException {
    return exchange("GET", path, to);
  }

  private String exchange(String method, String path, String to) throws IOException {
    int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + to + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
