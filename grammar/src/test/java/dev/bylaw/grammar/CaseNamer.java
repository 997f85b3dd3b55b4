package dev.bylaw.grammar;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.namer.ApprovalNamer;

/** Puts what was approved beside the input of a case. */
record CaseNamer(Path input) implements ApprovalNamer {
  @Override
  public File getApprovedFile(String extension) {
    return new File(getSourceFilePath(), getApprovalName() + ".approved" + extension);
  }

  @Override
  public File getReceivedFile(String extension) {
    return new File(getSourceFilePath(), getApprovalName() + ".received" + extension);
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
    String name = input.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  @Override
  public String getSourceFilePath() {
    return input.toAbsolutePath().getParent() + File.separator;
  }
}
