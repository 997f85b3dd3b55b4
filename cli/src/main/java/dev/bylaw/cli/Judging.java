package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads inputs and evaluates what is in them, on as many threads as are worth it. Whatever their
 * number, the results are the same and come in the order of the inputs.
 */
final class Judging {
  /** A thread that would have less to do costs more than it saves. */
  private static final int FILES_A_THREAD = 8;

  /** Bytes up to which all documents of a file may be in memory at once. */
  private static final long SMALL = 1L << 22;

  private final Contents contents;
  private final Pipeline pipeline;
  private final Pipeline.Evaluate plan;
  private final int jobs;

  Judging(Contents contents, Pipeline pipeline, Pipeline.Evaluate plan, int jobs) {
    this.contents = contents;
    this.pipeline = pipeline;
    this.plan = plan;
    this.jobs = jobs;
  }

  /** Takes each document of an input, in order; no evaluation if it is no Kubernetes object. */
  interface Sink {
    void take(Manifest manifest, @Nullable Evaluation evaluation);
  }

  /** What an input holds, known already or found out while it is told. */
  interface Documents {
    void tell(Sink sink) throws IOException;
  }

  private record Judged(Manifest manifest, @Nullable Evaluation evaluation) {}

  /** What was read ahead, and how the reading ended. */
  private record Known(List<Judged> judged, @Nullable IOException end) implements Documents {
    @Override
    public void tell(Sink sink) throws IOException {
      judged.forEach(one -> sink.take(one.manifest(), one.evaluation()));
      if (end != null) {
        throw end;
      }
    }
  }

  /** Shows the rules that look at more than one object everything that there is. */
  void collect(List<Input> inputs) {
    if (plan.needsInventory()) {
      each(inputs, (_, _) -> null, (_, documents) -> tell(documents, (m, _) -> plan.collect(m)));
    }
  }

  /** What cannot be read is told when it is judged. */
  private static void tell(Documents documents, Sink sink) {
    try {
      documents.tell(sink);
    } catch (IOException e) {
      return;
    }
  }

  /** Hands on what each input holds. */
  void each(List<Input> inputs, BiConsumer<Input, Documents> sink) {
    each(inputs, Pipeline.Evaluate::over, sink);
  }

  /** What is to be made of a document that Kubernetes would take. */
  private interface Judge {
    @Nullable Evaluation of(Pipeline.Evaluate plan, Manifest manifest);
  }

  private void each(List<Input> inputs, Judge judge, BiConsumer<Input, Documents> sink) {
    int threads = Math.min(jobs, inputs.size() / FILES_A_THREAD);
    if (threads < 2) {
      inputs.forEach(input -> sink.accept(input, to -> read(input, plan, judge, to)));
      return;
    }
    BlockingQueue<Pipeline.Evaluate> idle = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      idle.add(plan.another());
    }
    InOrder.each(inputs, threads, input -> ahead(input, idle, judge), sink);
  }

  private Documents ahead(Input input, BlockingQueue<Pipeline.Evaluate> idle, Judge judge) {
    if (!isSmall(input)) {
      return to -> read(input, plan, judge, to);
    }
    List<Judged> judged = new ArrayList<>();
    Pipeline.Evaluate own = idle.remove();
    try {
      read(input, own, judge, (manifest, found) -> judged.add(new Judged(manifest, found)));
      return new Known(judged, null);
    } catch (IOException e) {
      return new Known(judged, e);
    } finally {
      idle.add(own);
    }
  }

  private static boolean isSmall(Input input) {
    try {
      return input instanceof Input.File file
          && Files.isRegularFile(file.path())
          && Files.size(file.path()) <= SMALL;
    } catch (IOException e) {
      return false;
    }
  }

  private void read(Input input, Pipeline.Evaluate evaluate, Judge judge, Sink sink)
      throws IOException {
    Consumer<Manifest> each =
        manifest ->
            sink.take(
                manifest,
                manifest.status() == Manifest.Status.KUBERNETES
                    ? judge.of(evaluate, manifest)
                    : null);
    try (InputStream bytes = contents.open(input)) {
      pipeline.read(input.name(), bytes, each);
    }
  }
}
