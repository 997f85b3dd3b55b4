package dev.bylaw.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

  /** The vectors of FIPS 180. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  })
  void knownDigests(String text, String hex) {
    assertThat(Sha256.hex(text)).isEqualTo(hex);
  }

  @Property(seed = "20261123")
  void agreesWithThePlatform(@ForAll String text) throws NoSuchAlgorithmException {
    assertThat(Sha256.hex(text)).isEqualTo(platform(text));
  }

  /** Around the ends of blocks the padding takes one block more. */
  @Property(seed = "20261123")
  void agreesAtEveryLength(@ForAll @IntRange(max = 300) int length)
      throws NoSuchAlgorithmException {
    String text = "x".repeat(length);
    assertThat(Sha256.hex(text)).isEqualTo(platform(text));
  }

  private static String platform(String text) throws NoSuchAlgorithmException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
  }
}
