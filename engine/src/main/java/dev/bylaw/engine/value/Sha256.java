package dev.bylaw.engine.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The SHA-256 digest of a text (FIPS 180-4), written out here because the browser build has no
 * {@code MessageDigest}. It names things, such as a finding across runs; it guards no secret.
 */
public final class Sha256 {
  private static final String HEX = "0123456789abcdef";
  private static final int BLOCK = 64;

  private static final int[] ROUND_CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  };

  private Sha256() {}

  /** Sixty-four lower-case hexadecimal digits for the text in UTF-8. */
  public static String hex(String utf8Text) {
    byte[] message = padded(utf8Text.getBytes(StandardCharsets.UTF_8));
    int[] state = {
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    for (int block = 0; block < message.length; block += BLOCK) {
      compress(state, schedule(message, block));
    }
    StringBuilder hex = new StringBuilder(64);
    for (int word : state) {
      for (int shift = 28; shift >= 0; shift -= 4) {
        hex.append(HEX.charAt((word >>> shift) & 0xf));
      }
    }
    return hex.toString();
  }

  /** A one bit, zeros, and the length in bits as the last eight bytes of a block. */
  private static byte[] padded(byte[] text) {
    int length = (text.length + 8) / BLOCK * BLOCK + BLOCK;
    byte[] message = Arrays.copyOf(text, length);
    message[text.length] = (byte) 0x80;
    long bits = text.length * 8L;
    for (int i = 1; i <= 8; i++) {
      message[length - i] = (byte) bits;
      bits >>>= 8;
    }
    return message;
  }

  private static int[] schedule(byte[] message, int block) {
    int[] words = new int[BLOCK];
    for (int i = 0; i < 16; i++) {
      int at = block + 4 * i;
      words[i] =
          (message[at] & 0xff) << 24
              | (message[at + 1] & 0xff) << 16
              | (message[at + 2] & 0xff) << 8
              | (message[at + 3] & 0xff);
    }
    for (int i = 16; i < BLOCK; i++) {
      int near = words[i - 2];
      int far = words[i - 15];
      int nearMix = Integer.rotateRight(near, 17) ^ Integer.rotateRight(near, 19) ^ (near >>> 10);
      int farMix = Integer.rotateRight(far, 7) ^ Integer.rotateRight(far, 18) ^ (far >>> 3);
      words[i] = words[i - 16] + farMix + words[i - 7] + nearMix;
    }
    return words;
  }

  /** The letters are those of the standard. */
  private static void compress(int[] state, int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < BLOCK; i++) {
      int mixE =
          Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int t1 = h + mixE + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[i] + words[i];
      int mixA =
          Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int t2 = mixA + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}
