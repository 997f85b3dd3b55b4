package dev.bylaw.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.junit.jupiter.api.Test;

/** In order, one at a time, and nothing ends it. */
class WorkerTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger steps = new AtomicInteger();

  private Worker worker() {
    Worker worker =
        new Worker(
            () -> steps.getAndUpdate(left -> Math.max(0, left - 1)) > 0 && done.add("step"),
            bug -> done.add("failed: " + bug.getMessage()));
    worker.start();
    worker.refuse(null);
    return worker;
  }

  /** Keeps the worker busy until what it gives is counted down. */
  private static CountDownLatch busy(Worker worker) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    worker.tell(() -> {
      busy.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    busy.await();
    return go;
  }

  @Test
  void aQuestionThatIsCancelledBeforeItsTurnIsNotLookedInto() throws InterruptedException {
    try (Worker worker = worker()) {
      CountDownLatch go = busy(worker);
      CompletableFuture<String> cancelled = worker.ask("a", () -> done.add("a") ? "a" : "");
      CompletableFuture<String> kept = worker.ask("b", () -> done.add("b") ? "b" : "");
      cancelled.cancel(true);
      go.countDown();
      assertThat(kept.join()).isEqualTo("b");
      assertThat(done).containsExactly("b");
    }
  }

  @Test
  void whatCanWaitIsDoneOnceNothingElseIsLeft() throws InterruptedException {
    try (Worker worker = worker()) {
      CountDownLatch go = busy(worker);
      worker.tell(() -> steps.set(2));
      worker.tell(() -> done.add("told"));
      go.countDown();
      worker.awaitIdle();
      assertThat(done).containsExactly("told", "step", "step");
    }
  }

  @Test
  void whatWasAskedBeforeTheEndIsAnsweredBeforeIt() throws InterruptedException {
    try (Worker worker = worker()) {
      CountDownLatch go = busy(worker);
      CompletableFuture<Boolean> asked = worker.ask("a", () -> done.add("answer"));
      worker.refuse(new ResponseError(0, "closed", null));
      CompletableFuture<Boolean> ended = new CompletableFuture<>();
      worker.last(() -> ended.complete(asked.isDone()));
      go.countDown();
      assertThat(ended.join()).isTrue();
    }
  }

  @Test
  void aFailureIsToldAndTheNextQuestionAnswered() {
    try (Worker worker = worker()) {
      worker.tell(() -> {
        throw new IllegalStateException("first");
      });
      CompletableFuture<String> deep =
          worker.ask(
              "deep",
              () -> {
                throw new StackOverflowError();
              });
      assertThatThrownBy(deep::join).hasCauseInstanceOf(StackOverflowError.class);
      assertThat(worker.ask("next", () -> "answer").join()).isEqualTo("answer");
      assertThat(done).containsExactly("failed: first");
    }
  }

  @Test
  void nothingIsAnsweredBeforeTheEditorSaidHello() {
    try (Worker worker = new Worker(() -> false, _ -> {})) {
      worker.start();
      assertThatThrownBy(worker.ask("early", () -> "answer")::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ResponseErrorException.class);
    }
  }

  @Test
  void aQuestionWithoutParametersIsRefused() {
    try (Worker worker = worker()) {
      assertThatThrownBy(worker.ask(null, () -> "answer")::join)
          .hasCauseInstanceOf(ResponseErrorException.class)
          .hasMessageContaining("params");
    }
  }
}
