package dev.bylaw.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A stand-in that loads what the command line will load, until it is there. */
public final class Main {
  private Main() {}

  /** Reads manifests and reports what is privileged. */
  public static void main(String[] args) throws IOException {
    var check = CommandSpec.create();
    check.addOption(OptionSpec.builder("--format").type(String.class).build());
    check.addPositional(PositionalParamSpec.builder().type(String[].class).arity("0..*").build());
    var spec = CommandSpec.create().name("bylaw").addSubcommand("check", check);
    var parsed = new CommandLine(spec).parseArgs(args).subcommand();
    String[] files = parsed.matchedPositionalValue(0, new String[0]);
    List<String> findings = new ArrayList<>();
    int documents = 0;
    for (String file : files) {
      String text = Files.readString(Path.of(file));
      var events = new ParserImpl(new StreamReader(text), new LoaderOptions());
      while (events.peekEvent() != null) {
        Event event = events.getEvent();
        if (event instanceof DocumentStartEvent) {
          documents++;
        } else if (event instanceof ScalarEvent scalar && scalar.getValue().startsWith("SYS_")) {
          findings.add(
              file + ":" + (scalar.getStartMark().getLine() + 1) + ": " + scalar.getValue());
        }
      }
    }
    String out =
        String.join("\n", findings)
            + "\n"
            + documents
            + " documents in "
            + files.length
            + " files\n";
    System.out.write(out.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.exit(findings.isEmpty() ? 0 : 1);
  }
}
