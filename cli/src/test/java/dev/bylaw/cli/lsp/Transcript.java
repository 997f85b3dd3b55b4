package dev.bylaw.cli.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.bylaw.cli.Editors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a server, over its real streams. A script has a message on each line:
 *
 * <pre>
 * open FILE                what the folder has under that name
 * save FILE TEXT           writes it to the disk, where an escaped n ends a line
 * ask METHOD {…}           a request
 * tell METHOD {…}          a notification
 * raw TEXT                 these bytes, \r and \n spelt out
 * </pre>
 *
 * <p>{@code @FILE} stands for the address of a file of the folder. Each message is sent when all
 * has been answered that came before.
 */
final class Transcript extends InputStream {
  private final Path folder;
  private final Deque<String> script;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder remarks = new StringBuilder();
  private final Server server;
  private byte[] sending = new byte[0];
  private int at;
  private int told;
  private int id;

  private Transcript(Path folder, List<String> script) {
    this.folder = folder;
    this.script = new ArrayDeque<>(script);
    this.server = new Server(Editors.folders(folder), log()::bug);
  }

  private Log log() {
    return new Log() {
      @Override
      public void bug(Throwable bug) {
        remarks.append("!! ").append(bug).append('\n');
      }

      @Override
      public void remark(String sentence) {
        remarks.append("!! ").append(sentence).append('\n');
      }
    };
  }

  /** What was said, with addresses and places in short. */
  static String of(Path folder, List<String> script) {
    Transcript transcript = new Transcript(folder, script);
    Log log = transcript.log();
    boolean proper;
    try (ProtocolLog _ = ProtocolLog.to(log)) {
      proper = Connection.serve(transcript.server, transcript, transcript.out, log);
    }
    transcript.listen();
    transcript.server.close();
    return transcript
        .text
        .append("ended ")
        .append(proper ? "in due form\n" : "abruptly\n")
        .toString();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (at == sending.length && !next()) {
      return -1;
    }
    int count = Math.min(length, sending.length - at);
    System.arraycopy(sending, at, bytes, offset, count);
    at += count;
    return count;
  }

  private boolean next() {
    server.worker().awaitIdle();
    listen();
    String line = script.poll();
    if (line == null) {
      return false;
    }
    String[] words = line.split(" ", 3);
    sending =
        switch (words[0]) {
          case "raw" ->
              line.substring(4)
                  .replace("\\r", "\r")
                  .replace("\\n", "\n")
                  .getBytes(StandardCharsets.UTF_8);
          case "open" -> framed(opening(words[1]));
          case "ask", "tell" -> {
            JsonObject message = new JsonObject();
            if (words[0].equals("ask")) {
              message.addProperty("id", ++id);
            }
            message.addProperty("method", words[1]);
            if (words.length > 2) {
              message.add("params", JsonParser.parseString(addressed(words[2])));
            }
            yield framed(message);
          }
          case "save" -> {
            save(words[1], words[2].replace("\\n", "\n"));
            yield new byte[0];
          }
          default -> throw new IllegalArgumentException(line);
        };
    at = 0;
    text.append("\n> ").append(line).append('\n');
    return sending.length > 0 || next();
  }

  private void save(String file, String content) {
    try {
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JsonObject opening(String file) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", folder.resolve(file).toUri().toString());
    document.addProperty("languageId", file.endsWith(".bylaw") ? "bylaw" : "yaml");
    document.addProperty("version", 1);
    try {
      document.addProperty("text", Files.readString(folder.resolve(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    JsonObject message = new JsonObject();
    message.addProperty("method", "textDocument/didOpen");
    message.add("params", params);
    return message;
  }

  private String addressed(String json) {
    String root = folder.toUri().toString();
    return json.replace("\"@", "\"" + root).replace("//\"", "/\"");
  }

  private static byte[] framed(JsonObject message) {
    message.addProperty("jsonrpc", "2.0");
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** Writes down what the server has said since. Anything but a framed message is a failure. */
  private void listen() {
    byte[] all = out.toByteArray();
    while (told < all.length) {
      String rest = new String(all, told, all.length - told, StandardCharsets.ISO_8859_1);
      int body = rest.indexOf("\r\n\r\n") + 4;
      if (!rest.startsWith("Content-Length: ") || body < 4) {
        throw new IllegalStateException("this is no message: " + rest);
      }
      int length =
          Integer.parseInt(rest.substring("Content-Length: ".length(), rest.indexOf("\r\n")));
      String json = new String(all, told + body, length, StandardCharsets.UTF_8);
      told += body + length;
      message(JsonParser.parseString(json).getAsJsonObject());
    }
    text.append(remarks);
    remarks.setLength(0);
  }

  private void message(JsonObject message) {
    message.remove("jsonrpc");
    text.append("< ");
    if (message.has("method")) {
      text.append(message.get("method").getAsString()).append(' ');
      write(message.get("params"), 1);
    } else if (message.has("error")) {
      text.append("error ");
      write(message.get("error"), 1);
    } else if (message.get("result") instanceof JsonObject ready
        && ready.has("serverInfo")
        && !text.toString().contains("processId")) {
      // Told once, in the conversation that begins as editors do.
      text.append("ready, counts in ")
          .append(ready.getAsJsonObject("capabilities").get("positionEncoding"));
    } else {
      write(message.get("result"), 1);
    }
    text.append('\n');
  }

  private void write(@Nullable JsonElement value, int depth) {
    switch (value) {
      case null -> text.append("null");
      case JsonObject object -> object(object, depth);
      case JsonArray array when array.isEmpty() -> text.append("[]");
      case JsonArray array when array.get(0) instanceof JsonPrimitive -> text.append(array);
      case JsonArray array -> {
        for (JsonElement element : array) {
          text.append('\n').append("  ".repeat(depth)).append("- ");
          write(element, depth + 1);
        }
      }
      case JsonPrimitive primitive when primitive.isString() ->
          text.append(shortened(primitive.getAsString()).replace("\n", "\\n"));
      default -> text.append(value);
    }
  }

  private void object(JsonObject object, int depth) {
    String place = place(object);
    if (place != null) {
      text.append(place);
      return;
    }
    String between = "";
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      text.append(between).append(shortened(entry.getKey())).append(": ");
      boolean nested = entry.getValue() instanceof JsonObject o && place(o) == null;
      if (nested) {
        text.append('\n').append("  ".repeat(depth + 1));
      }
      write(entry.getValue(), depth + 1);
      between = "\n" + "  ".repeat(depth);
    }
  }

  /** A place as {@code 3:14}, a range as two of them. */
  private static @Nullable String place(JsonObject object) {
    if (object.has("line") && object.has("character") && object.size() == 2) {
      return object.get("line") + ":" + object.get("character");
    }
    if (object.has("start") && object.has("end") && object.size() == 2) {
      return place(object.getAsJsonObject("start")) + "-" + place(object.getAsJsonObject("end"));
    }
    return null;
  }

  private String shortened(String value) {
    return value
        .replace(folder.toUri().toString(), "@")
        .replaceAll("file:///.*/bylaw-lsp-[0-9]+/", "pages:")
        // Of a message with addresses in it.
        .replaceAll("column [0-9]+ path", "column N path");
  }
}
