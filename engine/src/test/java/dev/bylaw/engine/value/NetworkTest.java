package dev.bylaw.engine.value;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static Network of(String text) {
    return requireNonNull(Network.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.1.2.3/8, 10.0.0.0/8",
    "010.001.000.000/16, 10.1.0.0/16",
    "10.0.0.0/08, 10.0.0.0/8",
    "1.2.3.4/0, 0.0.0.0/0",
    "1.2.3.4/32, 1.2.3.4",
    "1.2.3.4, 1.2.3.4",
    "' 10.0.0.0/8 ', 10.0.0.0/8",
    "::ffff:10.0.0.0/104, 10.0.0.0/8",
    "::ffff:0:0/96, 0.0.0.0/0",
    "::ffff:1.2.3.4, 1.2.3.4",
    "::/0, ::/0",
    "::1/0, ::/0",
    "0::0/0, ::/0",
    "::ffff:0:0/95, ::fffe:0:0/95",
    "FD00::/8, fd00::/8",
    "fd00:0000:0::/8, fd00::/8",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "64:ff9b::1.2.3.4/96, 64:ff9b::/96",
    "1::, 1::",
    "::1, ::1",
    "2001:db8:ffff:ffff:ffff::/65, 2001:db8:ffff:ffff:8000::/65",
  })
  void manyTextsSayOneNetwork(String text, String canonical) {
    assertThat(of(text)).hasToString(canonical);
    assertThat(of(text)).isEqualTo(of(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/ 8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "10/8",
        "10.0.0.0.0/8",
        "10.0.0.256",
        "10..0.0",
        "10.0.0.",
        ".10.0.0.0",
        "10.0.0.0x",
        "0x0a.0.0.0",
        "1e1.0.0.0",
        "::/129",
        ":::",
        ":1",
        "1:",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "g::",
        "::1.2.3",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "fe80::1%eth0",
        "[::1]",
        "localhost",
        "*",
        "0.0.0.0/0,::/0",
        "\u0661.0.0.0",
        "::\uff11",
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(Network.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.0.0.0/8, true",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.0.0.0/8, 10.1.0.0/16, false",
    "11.0.0.0/16, 10.0.0.0/8, false",
    "8.8.8.8, 0.0.0.0/0, true",
    "8.8.8.8, 8.8.8.8, true",
    "8.8.8.8, 8.8.8.9, false",
    "0.0.0.0/0, 128.0.0.0/1, false",
    "::ffff:10.0.0.1, 10.0.0.0/8, true",
    "10.0.0.1, ::/0, false",
    "::1, 0.0.0.0/0, false",
    "::1, ::/0, true",
    "fd12:3456::/32, fd00::/8, true",
    "fe00::/8, fd00::/8, false",
    "2001:db8:0:0:8000::/65, 2001:db8::/64, true",
    "2001:db8:0:1::/65, 2001:db8::/64, false",
    "2001:db8::1, 2001:db8::/127, true",
    "2001:db8::2, 2001:db8::/127, false",
    "::ffff:0:0/95, 0.0.0.0/0, false",
  })
  void liesInAnother(String inner, String outer, boolean expected) {
    assertThat(of(inner).isIn(of(outer))).isEqualTo(expected);
  }

  @Test
  void tellsNetworksFromAddresses() {
    assertThat(Network.network("10.0.0.1")).isNull();
    assertThat(Network.network("10.0.0.1/32")).isNotNull();
    assertThat(Network.address("10.0.0.1/32")).isNull();
    assertThat(Network.address("10.0.0.1")).isNotNull();
    assertThat(of("10.0.0.1/32").isSingle()).isTrue();
    assertThat(of("10.0.0.0/31").isSingle()).isFalse();
  }

  @Test
  void tellsBitsBehindThePrefix() {
    assertThat(of("10.0.0.0/8").isWrittenIn("10.0.0.0/8")).isTrue();
    assertThat(of("10.0.0.1/8").isWrittenIn("10.0.0.1/8")).isFalse();
    assertThat(of("fd00::1/8").isWrittenIn("fd00::1/8")).isFalse();
  }

  @Property
  void aLongerPrefixLiesInTheShorterOne(
      @ForAll int address,
      @ForAll @IntRange(max = 32) int one,
      @ForAll @IntRange(max = 32) int two) {
    String text =
        (address >>> 24)
            + "."
            + (address >>> 16 & 255)
            + "."
            + (address >>> 8 & 255)
            + "."
            + (address & 255);
    Network a = of(text + "/" + one);
    Network b = of(text + "/" + two);
    assertThat(a.isIn(b)).isEqualTo(one >= two);
    assertThat(of(a.toString())).isEqualTo(a);
  }

  @Property
  void itsTextIsReadAsItself(
      @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int prefix) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      long half = i < 4 ? high : low;
      text.append(i == 0 ? "" : ":").append(Long.toHexString(half >>> (48 - i % 4 * 16) & 0xffff));
    }
    Network network = of(text + "/" + prefix);
    assertThat(of(network.toString())).isEqualTo(network);
    assertThat(of(text.toString()).isIn(network)).isTrue();
  }
}
