package dev.bylaw.engine.manifest;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.tokens.AliasToken;
import org.yaml.snakeyaml.tokens.AnchorToken;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.TagToken;
import org.yaml.snakeyaml.tokens.TagTuple;
import org.yaml.snakeyaml.tokens.Token;

/** Anchors, aliases, tags and directives, as go-yaml v2 scans them. */
final class PropertyScanner {
  private static final String URI_PUNCTUATION = ";/?:@&=+$,.!~*'()[]";

  private final YamlText text;

  PropertyScanner(YamlText text) {
    this.text = text;
  }

  Token anchor(boolean alias) {
    int start = text.offset();
    Mark startMark = text.mark();
    text.skip();
    String name = word();
    Mark end = text.mark(start);
    if (name.isEmpty() || (!text.separates(0) && "?:,]}%@`".indexOf(text.peek()) < 0)) {
      throw text.unreadable(
          start,
          alias
              ? "the name of an alias is made of letters, digits, '-' and '_'"
              : "the name of an anchor is made of letters, digits, '-' and '_'",
          "put the value in quotes if it is plain text");
    }
    return alias ? new AliasToken(name, startMark, end) : new AnchorToken(name, startMark, end);
  }

  Token tag() {
    int start = text.offset();
    Mark startMark = text.mark();
    String handle = null;
    String suffix;
    if (text.peek(1) == '<') {
      text.skip();
      text.skip();
      suffix = uri(start, "", false);
      if (text.peek() != '>') {
        throw text.unreadable(start, "a tag that starts with '!<' ends with '>'", null);
      }
      text.skip();
    } else {
      String head = handle(start);
      if (head.length() > 1 && head.endsWith("!")) {
        handle = head;
        suffix = uri(start, "", false);
      } else {
        suffix = uri(start, head.substring(1), true);
        if (suffix.isEmpty()) {
          suffix = "!";
        } else {
          handle = "!";
        }
      }
    }
    if (!text.separates(0)) {
      throw text.unreadable(
          start, "a tag must be followed by a blank", "put the value in quotes if it is no tag");
    }
    return new TagToken(new TagTuple(handle, suffix), startMark, text.mark(start));
  }

  Token directive() {
    int start = text.offset();
    Mark startMark = text.mark();
    text.skip();
    String name = word();
    if (!text.separates(0) || (!name.equals("YAML") && !name.equals("TAG"))) {
      throw text.unreadable(
          start,
          "a line that starts with '%' is a directive, and YAML knows %YAML and %TAG only",
          "put the value in quotes if it is plain text");
    }
    text.skipBlanks();
    List<?> value = name.equals("YAML") ? version(start) : tagDirective(start);
    text.skipBlanks();
    text.skipComment();
    if (!text.isBreakOrEnd()) {
      throw text.unreadable(start, "nothing may follow a directive on its line", null);
    }
    Mark end = text.mark(start);
    text.skipBreak();
    return new DirectiveToken<>(name, value, startMark, end);
  }

  private List<Integer> version(int start) {
    int from = text.offset();
    while (!text.separates(0)) {
      text.skip();
    }
    if (text.offset() - from != 3
        || text.peek(-3) != '1'
        || text.peek(-2) != '.'
        || text.peek(-1) != '1') {
      throw text.unreadable(start, "Kubernetes reads YAML 1.1 only", "remove this line");
    }
    return List.of(1, 1);
  }

  private List<String> tagDirective(int start) {
    String handle = handle(start);
    if (!handle.endsWith("!") || !text.isBlank()) {
      throw text.unreadable(start, "a %TAG directive needs a handle and a prefix", null);
    }
    text.skipBlanks();
    String prefix = uri(start, "", false);
    return List.of(handle, prefix);
  }

  private String handle(int start) {
    if (text.peek() != '!') {
      throw text.unreadable(start, "the handle of a tag starts with '!'", null);
    }
    StringBuilder handle = new StringBuilder();
    text.read(handle);
    handle.append(word());
    if (text.peek() == '!') {
      text.read(handle);
    }
    return handle.toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    while (text.isWord()) {
      text.read(word);
    }
    return word.toString();
  }

  private String uri(int start, String head, boolean mayBeEmpty) {
    StringBuilder uri = new StringBuilder(head);
    boolean found = mayBeEmpty;
    while (text.isWord() || (text.peek() != '\0' && URI_PUNCTUATION.indexOf(text.peek()) >= 0)) {
      text.read(uri);
      found = true;
    }
    if (text.peek() == '%') {
      // go-yaml decodes these. A tag in a manifest has no honest use for them.
      throw text.unreadable(
          start, "Bylaw does not read '%' in a tag", "write the characters of the tag themselves");
    }
    if (!found) {
      throw text.unreadable(start, "this tag has no name", null);
    }
    return uri.toString();
  }
}
