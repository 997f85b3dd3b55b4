package dev.bylaw.engine.cases;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.namer.ApprovalNamer;

/**
 * Puts what was approved, and what was received instead, beside the input of a case.
 *
 * @param name of the approval, without {@code .txt}
 */
record CaseNamer(Path folder, String name) implements ApprovalNamer {
  @Override
  public File getApprovedFile(String extension) {
    return folder.resolve(name + extension).toFile();
  }

  @Override
  public File getReceivedFile(String extension) {
    return folder.resolve(name.replace("approved", "received") + extension).toFile();
  }

  @Override
  public ApprovalNamer addAdditionalInformation(String info) {
    return this;
  }

  @Override
  public String getAdditionalInformation() {
    return "";
  }

  @Override
  public String getApprovalName() {
    return name;
  }

  @Override
  public String getSourceFilePath() {
    return folder.toAbsolutePath() + File.separator;
  }
}
