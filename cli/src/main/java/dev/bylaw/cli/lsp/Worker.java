package dev.bylaw.cli.lsp;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that knows of files. Until the editor said hello, and after it said goodbye, it
 * takes nothing. It does what it is told in order, and when nothing is left to do, one step of what
 * can wait: finding out what is wrong with the files. So a burst of keys is judged once, after the
 * last of them, and a question never waits for more than one such step.
 */
final class Worker implements AutoCloseable {
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final BooleanSupplier step;
  private final Consumer<Throwable> failed;
  private volatile boolean closed;
  private volatile @Nullable ResponseError refusal =
      new ResponseError(ResponseErrorCode.ServerNotInitialized, "`initialize` comes first", null);

  /**
   * A worker that is started by {@link #start}.
   *
   * @param step does a little of what can wait; false if nothing is left
   * @param failed is told of what should not happen; the worker goes on
   */
  Worker(BooleanSupplier step, Consumer<Throwable> failed) {
    this.step = step;
    this.failed = failed;
  }

  void start() {
    Thread thread = new Thread(this::work, "bylaw-lsp");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers every question so from now on, and does nothing that it is told; null ends that. */
  void refuse(@Nullable ResponseError with) {
    refusal = with;
  }

  /** Does it after everything that it was told and asked before, refused or not. */
  void last(Runnable task) {
    tasks.add(() -> guarded(task));
  }

  /** Does it after everything that it was told before. */
  void tell(Runnable task) {
    if (refusal == null) {
      tasks.add(() -> guarded(task));
    }
  }

  /**
   * Answers after everything that it was told before; a question that is cancelled first, never.
   *
   * @param params what came with the question: without them it means nothing
   */
  <T> CompletableFuture<T> ask(@Nullable Object params, Supplier<? extends @Nullable T> question) {
    ResponseError refused =
        refusal != null || params != null
            ? refusal
            : new ResponseError(ResponseErrorCode.InvalidParams, "there are no `params`", null);
    if (refused != null) {
      return CompletableFuture.failedFuture(new ResponseErrorException(refused));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    tasks.add(() -> {
      if (answer.isDone()) {
        return;
      }
      try {
        answer.complete(question.get());
      } catch (Throwable e) {
        // Whatever it is, deep nesting or a bug: whoever asked is told, and the next question is
        // answered.
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  /** Waits until nothing is left to do, of what can wait as well. */
  void awaitIdle() {
    CompletableFuture<Void> idle = new CompletableFuture<>();
    tasks.add(() -> {
      boolean more = true;
      while (more) {
        more = tasks.isEmpty() && !closed && guarded(step);
      }
      if (tasks.isEmpty()) {
        idle.complete(null);
      } else {
        tasks.add(() -> idle.complete(null));
      }
    });
    idle.join();
  }

  private void work() {
    while (!closed) {
      try {
        Runnable task = tasks.poll();
        if (task == null && guarded(step)) {
          continue;
        }
        (task == null ? tasks.take() : task).run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (CancellationException e) {
      return;
    } catch (Throwable e) {
      failed.accept(e);
    }
  }

  private boolean guarded(BooleanSupplier one) {
    try {
      return one.getAsBoolean();
    } catch (Throwable e) {
      failed.accept(e);
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    tasks.add(() -> {});
  }
}
