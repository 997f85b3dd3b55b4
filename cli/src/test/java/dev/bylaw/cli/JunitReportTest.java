package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Holds the JUnit report to the schema by which CI servers read it, whatever a test is called. */
class JunitReportTest {
  private static final Path CASES = Path.of("src/test/cases");

  @ParameterizedTest
  @ValueSource(strings = {"test-junit", "test-fails", "test-mutate", "test-none"})
  void isValid(String folder, @TempDir Path directory) throws IOException, SAXException {
    Case copied = Case.read(CASES.resolve(folder), directory);
    Case run = Case.of("bylaw test acme.bylaw --format junit", copied.directory());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run.run(out, new ByteArrayOutputStream());
    String report = out.toString(StandardCharsets.UTF_8);
    validate(report);
    assertThat(report).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline-check-junit",
        "format-junit",
        "format-junit-does-not-compile",
        "format-junit-hostile",
        "format-junit-incomplete",
        "format-junit-nothing"
      })
  void ofACheckIsValid(String folder, @TempDir Path directory) throws IOException, SAXException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Case.read(CASES.resolve(folder), directory).run(out, new ByteArrayOutputStream());
    validate(out.toString(StandardCharsets.UTF_8));
  }

  /** A validator that lets everything through would prove nothing. */
  @Test
  void theSchemaRefusesWhatIsNone() {
    assertThatThrownBy(() -> validate("<testsuites><testcase name=\"a\"/></testsuites>"))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> validate("<testsuites tests=\"many\"/>"))
        .isInstanceOf(SAXException.class);
  }

  private static void validate(String report) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Objects.requireNonNull(JunitReportTest.class.getResource("/junit.xsd")))
        .newValidator()
        .validate(new StreamSource(new StringReader(report)));
  }
}
