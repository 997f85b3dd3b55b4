package dev.bylaw.cli.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** A server on a pair of streams. */
public final class Connection {
  private Connection() {}

  /**
   * Serves until the editor ends it or is gone.
   *
   * @param out takes messages of the protocol and nothing else
   * @return whether the editor ended it in due form: by {@code shutdown} and {@code exit}
   */
  public static boolean serve(FolderReader reader, InputStream in, OutputStream out, Log log) {
    try (Server server = new Server(reader, log::bug);
        ProtocolLog _ = ProtocolLog.to(log)) {
      return serve(server, in, out, log);
    }
  }

  static boolean serve(Server server, InputStream in, OutputStream out, Log log) {
    // Not to be waited for: a read from a pipe that stays open never ends.
    ExecutorService reading = Executors.newSingleThreadExecutor(Connection::daemon);
    Launcher<LanguageClient> launcher =
        new Launcher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(reading)
            .validateMessages(true)
            .setExceptionHandler(e -> {
              ResponseError error = Server.error(e);
              if (error.getCode() == ResponseErrorCode.InternalError.getValue()) {
                log.bug(e);
              }
              return error;
            })
            .create();
    server.connect(launcher.getRemoteProxy());
    var _ = launcher.startListening();
    // Behind the reading in its thread: done when that is over, because the editor is gone.
    reading.execute(server::lost);
    boolean proper = server.ended().join();
    reading.shutdownNow();
    return proper;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bylaw-lsp-in");
    thread.setDaemon(true);
    return thread;
  }
}
