package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The examples of a page are cases: each stands after {@code <!-- case: NAME -->} and shows the
 * command and what it printed. {@code -Dapprove} writes them anew.
 */
class DocsTest {
  private static final Path PAGE = Path.of("docs/suggest.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- case: ([a-z-]+) -->\n```console\n(.*?)```\n", Pattern.DOTALL);

  @Test
  void everyExampleIsACase() throws IOException {
    String page = Files.readString(PAGE);
    if (System.getProperty("approve") != null) {
      page = EXAMPLE.matcher(page).replaceAll(found -> example(found.group(1)));
      Files.writeString(PAGE, page);
    }
    List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
    assertThat(examples).isNotEmpty();
    assertThat(examples)
        .allSatisfy(found -> assertThat(found.group()).isEqualTo(shown(found.group(1))));
  }

  private static String example(String name) {
    try {
      return Matcher.quoteReplacement(shown(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(String name) throws IOException {
    Path folder = Path.of("src/test/cases").resolve(name);
    String command = Files.readString(folder.resolve("command")).strip();
    String approved = Files.readString(folder.resolve("approved.txt"));
    String printed = approved.replaceAll("(?m)^(exit \\d+|--- std(out|err))\n", "");
    return "<!-- case: " + name + " -->\n```console\n$ " + command + "\n" + printed + "```\n";
  }
}
