import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the language server as an editor meets it, with the whole standard library open as a
 * folder of rules: types a character into a rule, and waits for the completion there, the hover,
 * and what is wrong with the file. Prints medians and 95th percentiles in milliseconds.
 *
 * <p>Usage: {@code java LanguageServer.java [ROUNDS [PROGRAM]]}, in the folder of module cli.
 */
void main(String[] args) throws Exception {
  int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
  String program = args.length > 1 ? args[1] : "target/bylaw/bin/bylaw";
  Path folder = Files.createTempDirectory("bylaw-bench-").toRealPath();
  copy(Path.of("../stdlib-rules/src/main/bylaw"), folder);
  // As they are, and not beside themselves.
  Files.writeString(folder.resolve("bylaw.yaml"), "version: 1\nrules: [.]\n");
  List<Path> rules;
  try (Stream<Path> files = Files.walk(folder)) {
    rules = files.filter(f -> f.toString().endsWith(".bylaw")).sorted().toList();
  }
  System.out.println(rules.size() + " rule files");

  var process = new ProcessBuilder(program, "lsp").redirectError(ProcessBuilder.Redirect.INHERIT);
  var server = new Server(process.start());
  server.ask("initialize", "{\"rootUri\":" + quoted(folder.toUri()) + ",\"capabilities\":{}}");
  server.tell("initialized", "{}");

  var times = new TreeMap<String, List<Long>>();
  for (int i = 0; i < rounds; i++) {
    Path file = rules.get(i * 7 % rules.size());
    String text = Files.readString(file);
    int verdict =
        text.indexOf("\n  deny ") < 0 ? text.indexOf("\n  require ") : text.indexOf("\n  deny ");
    if (verdict < 0) {
      continue;
    }
    int at = text.indexOf(' ', verdict + 3) + 2;
    String uri = quoted(file.toUri());
    String document = "\"textDocument\":{\"uri\":" + uri;
    server.tell(
        "textDocument/didOpen",
        "{" + document + ",\"languageId\":\"bylaw\",\"version\":1,\"text\":" + quoted(text) + "}}");
    server.problems(uri, 1);
    String place = position(text, at);
    String change =
        ",\"contentChanges\":[{\"range\":{\"start\":"
            + place
            + ",\"end\":"
            + place
            + "},\"text\":\"a\"}]}";
    String here = "{" + document + "},\"position\":" + place + "}";

    long start = System.nanoTime();
    server.tell("textDocument/didChange", "{" + document + ",\"version\":2}" + change);
    server.ask("textDocument/completion", here);
    long completed = System.nanoTime();
    server.problems(uri, 2);
    long found = System.nanoTime();
    server.ask("textDocument/hover", here);
    long told = System.nanoTime();
    times.computeIfAbsent("completion after a key", _ -> new ArrayList<>()).add(completed - start);
    times
        .computeIfAbsent("problems after a key and its completion", _ -> new ArrayList<>())
        .add(found - start);
    times.computeIfAbsent("hover", _ -> new ArrayList<>()).add(told - found);
    server.tell("textDocument/didClose", "{" + document + "}}");
  }
  server.ask("shutdown", null);
  server.tell("exit", null);
  times.forEach((what, all) -> {
    // The first tenth is the start of the JVM, which an editor's day does not notice.
    long[] sorted =
        all.stream().skip(all.size() / 10).mapToLong(t -> t / 1_000_000).sorted().toArray();
    System.out.println(
        what
            + ": p50 "
            + sorted[sorted.length / 2]
            + " ms, p95 "
            + sorted[sorted.length * 95 / 100]
            + " ms ("
            + sorted.length
            + ")");
  });
}

String quoted(Object text) {
  return "\""
      + String.valueOf(text)
          .replace("\\", "\\\\")
          .replace("\"", "\\\"")
          .replace("\n", "\\n")
          .replace("\t", "\\t")
      + "\"";
}

String position(String text, int at) {
  String before = text.substring(0, at);
  long line = before.chars().filter(c -> c == '\n').count();
  return "{\"line\":" + line + ",\"character\":" + (at - before.lastIndexOf('\n') - 1) + "}";
}

void copy(Path from, Path to) throws IOException {
  try (Stream<Path> files = Files.walk(from)) {
    for (Path file : files.filter(f -> f.toString().endsWith(".bylaw")).toList()) {
      Path copy = to.resolve(from.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}

/**
 * Messages out and in. What came while something else was waited for is kept until the next round.
 */
static final class Server {
  private final InputStream in;
  private final OutputStream out;
  private final List<String> passed = new ArrayList<>();
  private int id;

  Server(Process process) {
    in = process.getInputStream();
    out = process.getOutputStream();
  }

  void tell(String method, String params) throws IOException {
    send("\"method\":\"" + method + "\"" + (params == null ? "" : ",\"params\":" + params));
  }

  void ask(String method, String params) throws IOException {
    id++;
    send(
        "\"id\":"
            + id
            + ",\"method\":\""
            + method
            + "\""
            + (params == null ? "" : ",\"params\":" + params));
    await("\"id\":" + id + ",");
  }

  void problems(String uri, int version) throws IOException {
    String[] marks = {"publishDiagnostics", uri, "\"version\":" + version};
    if (passed.stream().noneMatch(message -> holds(message, marks))) {
      await(marks);
    }
    passed.clear();
  }

  private void send(String message) throws IOException {
    byte[] body = ("{\"jsonrpc\":\"2.0\"," + message + "}").getBytes(StandardCharsets.UTF_8);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private void await(String... marks) throws IOException {
    String message = read();
    while (!holds(message, marks)) {
      passed.add(message);
      message = read();
    }
  }

  private static boolean holds(String message, String... marks) {
    return Arrays.stream(marks).allMatch(message::contains);
  }

  private String read() throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server is gone");
      }
      head.write(next);
    }
    var length =
        Pattern.compile("Content-Length: (\\d+)").matcher(head.toString(StandardCharsets.US_ASCII));
    if (!length.find()) {
      throw new IOException("no length: " + head);
    }
    return new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
  }
}
