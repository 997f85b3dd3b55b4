package dev.bylaw.cli;

import dev.bylaw.cli.CheckOptions.Target;
import dev.bylaw.cli.report.Report;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.grammar.frame.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports of a run, and the files that some of them go to. */
final class ReportFiles implements AutoCloseable {
  private final Session session;
  private final CheckOptions options;
  private final List<Output> files = new ArrayList<>();
  private final Reports reports;

  ReportFiles(CheckOptions options, Session session) {
    this.options = options;
    this.session = session;
    this.reports = new Reports(options.targets().stream().map(this::open).toList());
  }

  Reports reports() {
    return reports;
  }

  private Report open(Target target) {
    if (target.file() == null) {
      Style out = session.style(options.color(), session.outIsTerminal());
      Style err = session.style(options.color(), session.errIsTerminal());
      return report(target.format(), session.out(), out, session.err(), err);
    }
    Output file = create(target.file());
    return report(target.format(), file, Style.PLAIN, file, Style.PLAIN);
  }

  private Report report(Format format, Output out, Style style, Output err, Style errStyle) {
    return switch (format) {
      case TEXT -> Reports.text(out, style, err, errStyle, options.quiet());
      case CONCISE -> Reports.concise(out, err, options.quiet());
      case JSON -> Reports.json(out);
    };
  }

  private Output create(String name) {
    Path path = session.resolve(name);
    try {
      Output file = new Output(Files.newOutputStream(path));
      files.add(file);
      return file;
    } catch (NoSuchFileException e) {
      throw new UsageError("cannot write `" + name + "`: its directory does not exist", null);
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a directory" : "it cannot be opened";
      throw new UsageError("cannot write `" + name + "`: " + why, null);
    }
  }

  @Override
  public void close() {
    try {
      for (Output file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
