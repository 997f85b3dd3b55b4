package dev.bylaw.cli.lsp;

/** What the server says beside the protocol, which has standard output for itself. */
public interface Log {
  /** Something that should not happen; the server goes on. */
  void bug(Throwable bug);

  /** Something odd that the editor did, in one sentence. */
  void remark(String sentence);
}
