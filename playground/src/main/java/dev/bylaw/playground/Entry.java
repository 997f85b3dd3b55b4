package dev.bylaw.playground;

import java.nio.charset.StandardCharsets;
import org.teavm.jso.JSExport;

/** What the module exports. */
public final class Entry {
  private static final Playground PLAYGROUND = new Playground();

  private Entry() {}

  /** The translation starts here. */
  public static void main(String[] arguments) {}

  /**
   * Lets the engine find a resource, such as the index of the schema.
   *
   * @param bytes each as the character of its number
   */
  @JSExport
  public static void provide(String path, String bytes) {
    byte[] held = new byte[bytes.length()];
    for (int i = 0; i < held.length; i++) {
      held[i] = (byte) bytes.charAt(i);
    }
    Platform.provide(path, held);
  }

  /** Lets the engine find a resource that is text, such as a rule of the standard library. */
  @JSExport
  public static void provideText(String path, String text) {
    Platform.provide(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Holds the text of a file, under the name that requests use. */
  @JSExport
  public static void hold(String name, String text) {
    PLAYGROUND.hold(name, text);
  }

  /** Answers a request; both are JSON. */
  @JSExport
  public static String answer(String request) {
    Platform.requireWhole();
    String answer = PLAYGROUND.answer(request);
    Platform.requireWhole();
    return answer;
  }
}
