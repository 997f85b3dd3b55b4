package dev.bylaw.engine.manifest;

import static dev.bylaw.engine.manifest.Reading.object;
import static dev.bylaw.engine.manifest.Reading.read;
import static dev.bylaw.engine.manifest.Reading.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile and large documents end in a diagnostic, in bounded time and memory. */
class LimitTest {
  @ParameterizedTest
  @CsvSource({"[,]", "'{a: ',}"})
  void depthIsRefusedOneAboveTheLimit(String open, String close) {
    // the object itself is one level
    assertThat(read(object("v: " + open.repeat(9_999) + close.repeat(9_999))).getFirst().status())
        .isEqualTo(Manifest.Status.KUBERNETES);
    assertThat(said(read(object("v: " + open.repeat(10_000) + close.repeat(10_000)))))
        .singleElement()
        .asString()
        .startsWith("BY0611 4:");
  }

  @Test
  void jsonDepthIsTheSame() {
    String start = "{\"apiVersion\":\"v1\",\"kind\":\"A\",\"v\":";
    assertThat(read(start + "[".repeat(9_999) + "]".repeat(9_999) + "}").getFirst().status())
        .isEqualTo(Manifest.Status.KUBERNETES);
    assertThat(said(read(start + "[".repeat(10_000) + "]".repeat(10_000) + "}")))
        .singleElement()
        .asString()
        .startsWith("BY0611 1:");
  }

  @Test
  void depthCountsThroughAliases() {
    String half = "[".repeat(6_000);
    String text = "x: &x " + half + half.replace('[', ']') + "\nv: " + half + "*x";
    assertThat(said(read(object(text + half.replace('[', ']')))))
        .singleElement()
        .asString()
        .startsWith("BY0611 5:6004-");
  }

  @Test
  void blockIndentationIsLimitedToo() {
    assertThat(said(read(object("v:\n" + "- ".repeat(20_000) + "a\n"))))
        .singleElement()
        .asString()
        .startsWith("BY0611 5:");
  }

  @Test
  @Timeout(10)
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    assertThat(said(read(object(bomb.toString())))).singleElement().asString().startsWith("BY0614");
  }

  @Test
  void manySmallAliasesAreFine() {
    String text = object("x: &x {a: 1}\nv: [" + "*x, ".repeat(5_000) + "]\n");
    assertThat(read(text).getFirst().status()).isEqualTo(Manifest.Status.KUBERNETES);
  }

  @Test
  void aDocumentThatIsTooLongLeavesItsNeighbours() {
    Limits limits = new Limits(100, 1_000);
    byte[] bytes =
        (object("---\n") + object("v: " + "x".repeat(2_000) + "\n---\n") + object("v: 1"))
            .getBytes(StandardCharsets.UTF_8);

    List<Manifest> manifests = read(bytes, limits);

    assertThat(said(manifests))
        .containsExactly("BY0605 5:1-1 this document is longer than 1000 characters");
    assertThat(manifests).hasSize(3);
    assertThat(manifests.getLast().source().firstLine()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"''", "'\"'", "''''"})
  @Timeout(10)
  void aLineOfTenMegabytesIsQuick(String quote) {
    String text = object("v: " + quote + "x ".repeat(5_000_000) + "x" + quote + "\n");
    assertThat(read(text).getFirst().status()).isEqualTo(Manifest.Status.KUBERNETES);
  }

  @Test
  @Timeout(60)
  void aLongFileIsReadOneDocumentAtATime() throws IOException {
    byte[] document =
        object("v: " + "y".repeat(1_000) + "\n---\n").getBytes(StandardCharsets.UTF_8);
    int copies = 20_000;
    AtomicLong handedOut = new AtomicLong();
    AtomicInteger seen = new AtomicInteger();
    InputStream bytes =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(copies, document).stream()
                    .map(copy -> counted(copy, handedOut))
                    .toList()));

    new ManifestReader(Limits.DEFAULT)
        .read(
            "big.yaml",
            bytes,
            manifest -> {
              int count = seen.incrementAndGet();
              assertThat(manifest.source().firstLine()).isEqualTo(1 + (count - 1) * 5);
              // no further ahead than the buffer and the document that is being read
              assertThat(handedOut.get()).isLessThan((long) count * document.length + (1 << 17));
            });

    assertThat(seen.get()).isEqualTo(copies);
  }

  private static InputStream counted(byte[] bytes, AtomicLong handedOut) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        int count = super.read(into, from, length);
        handedOut.addAndGet(Math.max(count, 0));
        return count;
      }
    };
  }
}
