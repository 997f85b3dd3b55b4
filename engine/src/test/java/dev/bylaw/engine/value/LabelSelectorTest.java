package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
  private static final Map<String, String> LABELS = Map.of("app", "web", "tier", "front", "no", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{matchLabels: {}}",
        "{matchLabels: null, matchExpressions: null}",
        "{matchExpressions: []}",
        "{matchLabels: {app: 'web'}}",
        "{matchLabels: {app: 'web', tier: 'front'}}",
        "{matchLabels: {no: ''}}",
        "{matchLabels: {no: null}}",
        "{matchExpressions: [{key: 'app', operator: 'In', values: ['api', 'web']}]}",
        "{matchExpressions: [{key: 'app', operator: 'NotIn', values: ['api']}]}",
        "{matchExpressions: [{key: 'zone', operator: 'NotIn', values: ['eu']}]}",
        "{matchExpressions: [{key: 'app', operator: 'Exists'}]}",
        "{matchExpressions: [{key: 'no', operator: 'Exists', values: []}]}",
        "{matchExpressions: [{key: 'zone', operator: 'DoesNotExist', values: null}]}",
        "{matchLabels: {app: 'web'}, matchExpressions: [{key: 'tier', operator: 'Exists'}]}",
      })
  void selects(String selector) {
    assertThat(LabelSelector.selects(node(selector), LABELS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "'app=web'",
        "{app: 'web'}",
        "{matchLabels: {app: 'api'}}",
        "{matchLabels: {app: 'Web'}}",
        "{matchLabels: {app: 'web', zone: 'eu'}}",
        "{matchLabels: {zone: ''}}",
        "{matchLabels: {app: true}}",
        "{matchLabels: ['app']}",
        "{matchExpressions: {}}",
        "{matchExpressions: [null]}",
        "{matchExpressions: ['app']}",
        "{matchExpressions: [{}]}",
        "{matchExpressions: [{key: 'app', operator: 'In', values: ['api']}]}",
        "{matchExpressions: [{key: 'zone', operator: 'In', values: ['eu', '']}]}",
        "{matchExpressions: [{key: 'app', operator: 'In', values: []}]}",
        "{matchExpressions: [{key: 'app', operator: 'In'}]}",
        "{matchExpressions: [{key: 'app', operator: 'In', values: 'web'}]}",
        "{matchExpressions: [{key: 'app', operator: 'In', values: ['web', 1]}]}",
        "{matchExpressions: [{key: 'app', operator: 'NotIn', values: ['web']}]}",
        "{matchExpressions: [{key: 'zone', operator: 'NotIn', values: []}]}",
        "{matchExpressions: [{key: 'zone', operator: 'Exists'}]}",
        "{matchExpressions: [{key: 'app', operator: 'Exists', values: ['web']}]}",
        "{matchExpressions: [{key: 'app', operator: 'DoesNotExist'}]}",
        "{matchExpressions: [{key: 'zone', operator: 'DoesNotExist', values: ['x']}]}",
        "{matchExpressions: [{key: 'app', operator: 'exists'}]}",
        "{matchExpressions: [{key: 'app', operator: 'Gt', values: ['1']}]}",
        "{matchExpressions: [{key: 'app'}]}",
        "{matchExpressions: [{key: '', operator: 'DoesNotExist'}]}",
        "{matchExpressions: [{operator: 'DoesNotExist'}]}",
        "{matchLabels: {app: 'api'}, matchExpressions: [{key: 'tier', operator: 'Exists'}]}",
        "{matchLabels: {app: 'web'}, matchExpressions: [{key: 'tier', operator: 'DoesNotExist'}]}",
        "{matchExpressions: [{key: 'app', operator: 'Exists'}, {key: 'zone', operator: 'Exists'}]}",
      })
  void doesNotSelect(String selector) {
    assertThat(LabelSelector.selects(node(selector), LABELS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{app: 'web'}", "{app: 'web', tier: 'front'}", "{no: null}"})
  void selectsByMap(String selector) {
    assertThat(LabelSelector.selectsByMap(node(selector), LABELS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "'app'",
        "{app: 'api'}",
        "{app: 'web', zone: 'eu'}",
        "{app: 1}",
        "{matchLabels: {app: 'web'}}"
      })
  void doesNotSelectByMap(String selector) {
    assertThat(LabelSelector.selectsByMap(node(selector), LABELS)).isFalse();
  }

  @Test
  void absentSelectsNothing() {
    assertThat(LabelSelector.selects(null, LABELS)).isFalse();
    assertThat(LabelSelector.selectsByMap(null, LABELS)).isFalse();
  }

  @Test
  void emptySelectorSelectsWhatHasNoLabels() {
    assertThat(LabelSelector.selects(node("{}"), Map.of())).isTrue();
    assertThat(LabelSelector.selectsByMap(node("{}"), Map.of())).isFalse();
  }

  private static Node node(String relaxedJson) {
    try {
      ObjectMapper mapper =
          new ObjectMapper()
              .enable(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES)
              .enable(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES);
      return node(mapper.readTree(relaxedJson));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(relaxedJson, e);
    }
  }

  private static Node node(JsonNode json) {
    Span span = new Span(SOURCE, 0, 0);
    return switch (json.getNodeType()) {
      case OBJECT -> {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        json.properties()
            .forEach(field ->
                entries.put(
                    field.getKey(), new Node.Entry(field.getKey(), span, node(field.getValue()))));
        yield new Node.Mapping(entries, span);
      }
      case ARRAY -> {
        List<Node> items = new ArrayList<>();
        json.forEach(item -> items.add(node(item)));
        yield new Node.Sequence(items, span);
      }
      case STRING -> new Node.Text(json.textValue(), span);
      case NUMBER -> new Node.Numeral(Decimal.of(json.decimalValue()), span);
      case BOOLEAN -> new Node.Bool(json.booleanValue(), span);
      default -> new Node.Null(span);
    };
  }

  private static final Source SOURCE = new Source("selector.json", "");
}
