package dev.bylaw.cli;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.namer.ApprovalNamer;

/** Puts what was approved, and what was received instead, into the folder of the case. */
record FolderNamer(Path folder) implements ApprovalNamer {
  @Override
  public File getApprovedFile(String extensionWithDot) {
    return folder.resolve("approved" + extensionWithDot).toFile();
  }

  @Override
  public File getReceivedFile(String extensionWithDot) {
    return folder.resolve("approved.received" + extensionWithDot).toFile();
  }

  @Override
  public String getApprovalName() {
    return "approved";
  }

  @Override
  public String getSourceFilePath() {
    return folder + File.separator;
  }

  @Override
  public ApprovalNamer addAdditionalInformation(String info) {
    return this;
  }

  @Override
  public String getAdditionalInformation() {
    return "";
  }
}
