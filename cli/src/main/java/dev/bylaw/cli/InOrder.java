package dev.bylaw.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Work for each of many items, done on several threads, whose results are handed on in the order of
 * the items by the thread that asked. No more than a few results wait at a time, however slow the
 * first of them is.
 */
final class InOrder {
  private static final int AHEAD = 8;

  private InOrder() {}

  /**
   * Does the work and hands on the results.
   *
   * @param work may be asked by any thread; what it throws is thrown where its result is awaited
   */
  static <T, R> void each(List<T> items, int threads, Function<T, R> work, BiConsumer<T, R> sink) {
    // Virtual threads would be no use: the work waits for nothing but the processor.
    ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
    try {
      Deque<Future<R>> ahead = new ArrayDeque<>();
      int next = 0;
      for (T item : items) {
        while (next < items.size() && ahead.size() < threads * AHEAD) {
          T one = items.get(next++);
          ahead.add(pool.submit(() -> work.apply(one)));
        }
        sink.accept(item, result(ahead.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "bylaw");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
