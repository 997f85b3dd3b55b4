package dev.bylaw.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;

/** What a case printed against what was approved: {@code -Dapprove} approves; read the diff. */
final class Approved {
  private Approved() {}

  /** Compares with the file {@code approved.txt} of the folder. */
  static void verify(Path folder, String result) throws IOException {
    if (System.getProperty("approve") != null) {
      Files.writeString(folder.resolve("approved.txt"), result);
    }
    Approvals.verify(
        result,
        new Options()
            .withReporter(new QuietReporter())
            .forFile()
            .withNamer(new FolderNamer(folder)));
  }
}
