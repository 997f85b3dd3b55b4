package dev.bylaw.engine.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.BlockEndToken;
import org.yaml.snakeyaml.tokens.BlockEntryToken;
import org.yaml.snakeyaml.tokens.BlockMappingStartToken;
import org.yaml.snakeyaml.tokens.BlockSequenceStartToken;
import org.yaml.snakeyaml.tokens.DocumentEndToken;
import org.yaml.snakeyaml.tokens.DocumentStartToken;
import org.yaml.snakeyaml.tokens.FlowEntryToken;
import org.yaml.snakeyaml.tokens.FlowMappingEndToken;
import org.yaml.snakeyaml.tokens.FlowMappingStartToken;
import org.yaml.snakeyaml.tokens.FlowSequenceEndToken;
import org.yaml.snakeyaml.tokens.FlowSequenceStartToken;
import org.yaml.snakeyaml.tokens.KeyToken;
import org.yaml.snakeyaml.tokens.StreamEndToken;
import org.yaml.snakeyaml.tokens.StreamStartToken;
import org.yaml.snakeyaml.tokens.Token;
import org.yaml.snakeyaml.tokens.ValueToken;

/**
 * Text to tokens as go-yaml v2 does it, for SnakeYAML's parser.
 *
 * <p>SnakeYAML's own scanner is closed and differs: it refuses tabs that go-yaml takes, reads flow
 * scalars, anchors and line breaks in other ways. Where a policy engine and kubectl disagree on a
 * token, a field can hide. This class follows go-yaml's scannerc.go step by step, quirks included;
 * the grammar above the tokens is the same in both libraries.
 */
final class YamlScanner implements Scanner {
  /** A simple key, which is one without a question mark, must reach its colon within this many. */
  private static final int SIMPLE_KEY_LENGTH = 1024;

  private static final SimpleKey NO_KEY = new SimpleKey(false, -1, 0, 0, 0, 0);

  private final YamlText text;
  private final ScalarScanner scalars;
  private final PropertyScanner properties;
  private final List<Token> tokens = new ArrayList<>();

  /** One for the block context and one for each flow collection that is open. */
  private final List<SimpleKey> simpleKeys = new ArrayList<>();

  private final Map<Integer, Integer> simpleKeyLevels = new HashMap<>();
  private final List<Integer> indents = new ArrayList<>();
  private int taken;
  private int lastColon = -1;
  private int indent = -1;
  private int flowLevel;
  private boolean simpleKeyAllowed = true;
  private boolean started;
  private boolean ended;

  private record SimpleKey(
      boolean required, int tokenNumber, int index, int line, int column, int offset) {
    boolean possible() {
      return tokenNumber >= 0;
    }
  }

  YamlScanner(YamlText text) {
    this.text = text;
    this.scalars = new ScalarScanner(text);
    this.properties = new PropertyScanner(text);
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    Token next = next();
    if (next == null) {
      return false;
    }
    for (Token.ID choice : choices) {
      if (next.getTokenId() == choice) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    Token next = next();
    return next != null && next.getTokenId() == choice;
  }

  @Override
  @SuppressWarnings("NullAway") // SnakeYAML's parser never asks beyond the end of the stream
  public Token peekToken() {
    return next();
  }

  @Override
  @SuppressWarnings("NullAway")
  public Token getToken() {
    Token token = next();
    if (token != null) {
      tokens.removeFirst();
      taken++;
      if (token instanceof ValueToken) {
        lastColon = token.getStartMark().getIndex();
      }
    }
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    // Counts documents for SnakeYAML's own size limit, which is not used here.
  }

  /**
   * The offset of the last colon that the parser took. SnakeYAML's grammar takes a scalar for the
   * value of a key that has a question mark and no colon; Kubernetes' does not.
   */
  int lastColon() {
    return lastColon;
  }

  private @Nullable Token next() {
    while (!ended && (tokens.isEmpty() || mayBecomeKey())) {
      fetch();
    }
    return tokens.isEmpty() ? null : tokens.getFirst();
  }

  /** Whether the first token may turn out to be a key, so that a key token would go before it. */
  private boolean mayBecomeKey() {
    Integer level = simpleKeyLevels.get(taken);
    return level != null
        && level < simpleKeys.size()
        && simpleKeys.get(level).tokenNumber() == taken
        && isValid(level);
  }

  private void fetch() {
    if (!started) {
      started = true;
      simpleKeys.add(NO_KEY);
      tokens.add(new StreamStartToken(text.mark(), text.mark()));
      return;
    }
    skipToNextToken();
    unrollIndent(text.column());
    if (text.atEnd()) {
      fetchStreamEnd();
      return;
    }
    char c = text.peek();
    if (text.column() == 0 && c == '%') {
      unrollIndent(-1);
      removeSimpleKey();
      simpleKeyAllowed = false;
      tokens.add(properties.directive());
    } else if (text.isDocumentIndicator('-') || text.isDocumentIndicator('.')) {
      fetchDocumentIndicator(c);
    } else if (c == '[' || c == '{') {
      fetchFlowStart(c);
    } else if (c == ']' || c == '}') {
      fetchFlowEnd(c);
    } else if (c == ',') {
      removeSimpleKey();
      simpleKeyAllowed = true;
      Mark start = text.mark();
      text.skip();
      tokens.add(new FlowEntryToken(start, text.mark(start.getIndex())));
    } else if (c == '-' && text.separates(1)) {
      fetchBlockEntry();
    } else if (c == '?' && (flowLevel > 0 || text.separates(1))) {
      fetchKey();
    } else if (c == ':' && (flowLevel > 0 || text.separates(1))) {
      fetchValue();
    } else {
      fetchContent(c);
    }
  }

  private void fetchContent(char c) {
    if ((c == '|' || c == '>') && flowLevel == 0) {
      removeSimpleKey();
      simpleKeyAllowed = true;
      tokens.add(scalars.block(c == '|', indent));
      return;
    }
    boolean word = "*&!'\"".indexOf(c) >= 0;
    if (!word && !startsPlain(c)) {
      throw text.unreadable(text.offset(), unexpected(c), tabHelp(c));
    }
    saveSimpleKey();
    simpleKeyAllowed = false;
    switch (c) {
      case '*', '&' -> tokens.add(properties.anchor(c == '*'));
      case '!' -> tokens.add(properties.tag());
      case '\'', '"' -> tokens.add(scalars.quoted(c == '\''));
      default -> {
        tokens.add(scalars.plain(indent, flowLevel > 0));
        if (scalars.endedOnNewLine()) {
          simpleKeyAllowed = true;
        }
      }
    }
  }

  private boolean startsPlain(char c) {
    if (!text.separates(0) && "-?:,[]{}#&*!|>'\"%@`".indexOf(c) < 0) {
      return true;
    }
    char next = text.peek(1);
    return (c == '-' && next != ' ' && next != '\t')
        || (flowLevel == 0 && (c == '?' || c == ':') && !text.separates(1));
  }

  private static String unexpected(char c) {
    return c == '\t'
        ? "a tab cannot stand here: indentation is made of spaces"
        : "a value cannot start with '" + c + "'";
  }

  private static String tabHelp(char c) {
    return c == '\t' ? "replace the tab by spaces" : "put the value in quotes";
  }

  private void skipToNextToken() {
    while (true) {
      while (text.isSpace() || ((flowLevel > 0 || !simpleKeyAllowed) && text.isTab())) {
        text.skip();
      }
      text.skipComment();
      if (!text.isBreak()) {
        return;
      }
      text.skipBreak();
      if (flowLevel == 0) {
        simpleKeyAllowed = true;
      }
    }
  }

  private void fetchStreamEnd() {
    unrollIndent(-1);
    removeSimpleKey();
    simpleKeyAllowed = false;
    ended = true;
    tokens.add(new StreamEndToken(text.mark(), text.mark()));
  }

  private void fetchDocumentIndicator(char c) {
    unrollIndent(-1);
    removeSimpleKey();
    simpleKeyAllowed = false;
    Mark start = text.mark();
    text.skip();
    text.skip();
    text.skip();
    Mark end = text.mark(start.getIndex());
    tokens.add(c == '-' ? new DocumentStartToken(start, end) : new DocumentEndToken(start, end));
  }

  private void fetchFlowStart(char c) {
    saveSimpleKey();
    simpleKeys.add(NO_KEY);
    flowLevel++;
    simpleKeyAllowed = true;
    Mark start = text.mark();
    text.skip();
    Mark end = text.mark(start.getIndex());
    tokens.add(
        c == '[' ? new FlowSequenceStartToken(start, end) : new FlowMappingStartToken(start, end));
  }

  private void fetchFlowEnd(char c) {
    removeSimpleKey();
    if (flowLevel > 0) {
      flowLevel--;
      simpleKeyLevels.remove(simpleKeys.removeLast().tokenNumber());
    }
    simpleKeyAllowed = false;
    Mark start = text.mark();
    text.skip();
    Mark end = text.mark(start.getIndex());
    tokens.add(
        c == ']' ? new FlowSequenceEndToken(start, end) : new FlowMappingEndToken(start, end));
  }

  private void fetchBlockEntry() {
    if (flowLevel == 0) {
      requireKeyAllowed("a list item cannot start here");
      if (rollIndent(text.column())) {
        tokens.add(new BlockSequenceStartToken(text.mark(), text.mark()));
      }
    }
    removeSimpleKey();
    simpleKeyAllowed = true;
    Mark start = text.mark();
    text.skip();
    tokens.add(new BlockEntryToken(start, text.mark(start.getIndex())));
  }

  private void fetchKey() {
    if (flowLevel == 0) {
      requireKeyAllowed("a key cannot start here");
      if (rollIndent(text.column())) {
        tokens.add(new BlockMappingStartToken(text.mark(), text.mark()));
      }
    }
    removeSimpleKey();
    simpleKeyAllowed = flowLevel == 0;
    Mark start = text.mark();
    text.skip();
    tokens.add(new KeyToken(start, text.mark(start.getIndex())));
  }

  private void fetchValue() {
    int level = simpleKeys.size() - 1;
    SimpleKey key = simpleKeys.get(level);
    if (isValid(level)) {
      int at = key.tokenNumber() - taken;
      Mark mark = Marks.mark(key.offset(), key.offset());
      tokens.add(at, new KeyToken(mark, mark));
      if (flowLevel == 0 && rollIndent(key.column())) {
        tokens.add(at, new BlockMappingStartToken(mark, mark));
      }
      simpleKeys.set(level, NO_KEY);
      simpleKeyLevels.remove(key.tokenNumber());
      simpleKeyAllowed = false;
    } else {
      if (flowLevel == 0) {
        requireKeyAllowed("a value cannot start here: this ':' has no key before it on its line");
        if (rollIndent(text.column())) {
          tokens.add(new BlockMappingStartToken(text.mark(), text.mark()));
        }
      }
      simpleKeyAllowed = flowLevel == 0;
    }
    Mark start = text.mark();
    text.skip();
    tokens.add(new ValueToken(start, text.mark(start.getIndex())));
  }

  private void requireKeyAllowed(String message) {
    if (!simpleKeyAllowed) {
      throw text.unreadable(
          text.offset(), message, "check the indentation, or put text that holds ': ' in quotes");
    }
  }

  private boolean isValid(int level) {
    SimpleKey key = simpleKeys.get(level);
    if (!key.possible()) {
      return false;
    }
    if (key.line() == text.line() && key.index() + SIMPLE_KEY_LENGTH >= text.index()) {
      return true;
    }
    requireNot(key);
    simpleKeys.set(level, NO_KEY);
    return false;
  }

  private void saveSimpleKey() {
    if (!simpleKeyAllowed) {
      return;
    }
    removeSimpleKey();
    boolean required = flowLevel == 0 && indent == text.column();
    int number = taken + tokens.size();
    int level = simpleKeys.size() - 1;
    simpleKeys.set(
        level,
        new SimpleKey(required, number, text.index(), text.line(), text.column(), text.offset()));
    simpleKeyLevels.put(number, level);
  }

  private void removeSimpleKey() {
    int level = simpleKeys.size() - 1;
    SimpleKey key = simpleKeys.get(level);
    if (key.possible()) {
      requireNot(key);
      simpleKeys.set(level, NO_KEY);
      simpleKeyLevels.remove(key.tokenNumber());
    }
  }

  private void requireNot(SimpleKey key) {
    if (key.required()) {
      throw text.unreadable(
          key.offset(), "this line is no 'key: value'", "add the ':' or mend the indentation");
    }
  }

  private boolean rollIndent(int column) {
    if (indent >= column) {
      return false;
    }
    indents.add(indent);
    indent = column;
    return true;
  }

  private void unrollIndent(int column) {
    if (flowLevel > 0) {
      return;
    }
    while (indent > column) {
      tokens.add(new BlockEndToken(text.mark(), text.mark()));
      indent = indents.removeLast();
    }
  }
}
