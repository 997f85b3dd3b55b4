package dev.bylaw.cli.playground;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Serves the files of one folder to browsers of this machine, and nothing else: it listens on
 * 127.0.0.1, answers GET and HEAD, and only requests that were made to that address, so that a page
 * from elsewhere cannot reach it through a name of its own.
 */
public final class PageServer implements AutoCloseable {
  /** Styles are written by the editor as it goes; scripts come from files only. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "bin", "application/octet-stream");

  private final Path folder;
  private final HttpServer server;

  private PageServer(Path folder, HttpServer server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param folder holds {@code index.html}
   * @param port 0 for any that is free
   * @throws IOException if the port is taken or not allowed
   */
  public static PageServer start(Path folder, int port) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    PageServer page = new PageServer(folder, HttpServer.create(address, 0));
    page.server.createContext("/", page::answer);
    page.server.start();
    return page;
  }

  /** Where the page is, for a browser. */
  public String address() {
    return "http://" + host() + "/";
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!isForUs(exchange.getRequestHeaders())) {
        refuse(exchange, 421, "This server answers " + address() + " only.");
      } else if (!List.of("GET", "HEAD").contains(method)) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        refuse(exchange, 405, "This server answers GET only.");
      } else {
        serve(exchange);
      }
    }
  }

  private boolean isForUs(Headers request) {
    String host = request.getFirst("Host");
    int port = server.getAddress().getPort();
    return host != null && (host.equals(host()) || host.equals("localhost:" + port));
  }

  /** The folder is flat, and names with anything but letters, digits and dashes are none of it. */
  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "index.html" : path.substring(1);
    Path file = folder.resolve(name.matches("[a-z][a-z0-9-]*\\.[a-z]+") ? name : "index.none");
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !Files.isRegularFile(file)) {
      refuse(exchange, 404, "There is no such file.");
      return;
    }
    send(exchange, 200, type, Files.readAllBytes(file));
  }

  private static void refuse(HttpExchange exchange, int status, String sentence)
      throws IOException {
    byte[] text = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    send(exchange, status, "text/plain; charset=utf-8", text);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-cache");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }
}
