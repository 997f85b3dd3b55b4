package dev.bylaw.stdlib;

import dev.bylaw.engine.value.Utf8;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The standard packs as source text.
 *
 * <p>The folders are the registry: {@code src/main/bylaw/PACK/RULE/RULE.bylaw}, and {@code
 * PACK/PACK.bylaw} for what the rules of a pack share, or for a pack that includes rules of others.
 * The build lists them in {@code rules.txt} beside them, because a class path has no folders to
 * list.
 */
public final class StandardLibrary {
  private static final String ROOT = "/dev/bylaw/stdlib/rules/";

  /** The pack that is used where nobody chose another. */
  public static final String RECOMMENDED = "recommended";

  private StandardLibrary() {}

  /** The names after {@code std/}, sorted. */
  public static List<String> packs() {
    return files().keySet().stream().sorted().toList();
  }

  /**
   * The rule files of a pack.
   *
   * @param pack a name without {@code std/}
   * @throws IllegalArgumentException if there is no such pack
   */
  public static List<Source> sources(String pack) {
    List<String> files = files().get(pack);
    if (files == null) {
      throw new IllegalArgumentException("no standard pack " + pack);
    }
    return files.stream().map(StandardLibrary::source).toList();
  }

  /** Named {@code std/PACK/RULE} or {@code std/PACK}, as its folder is. */
  private static Source source(String file) {
    return new Source("std/" + file.substring(0, file.lastIndexOf('/')), text(file));
  }

  /** For each pack its files, as {@code PACK/RULE/RULE.bylaw}. */
  private static Map<String, List<String>> files() {
    Map<String, List<String>> packs = new LinkedHashMap<>();
    for (String file : text("rules.txt").split("\n", -1)) {
      if (!file.isEmpty()) {
        packs
            .computeIfAbsent(file.substring(0, file.indexOf('/')), _ -> new ArrayList<>())
            .add(file);
      }
    }
    return packs;
  }

  private static String text(String file) {
    try (InputStream in = StandardLibrary.class.getResourceAsStream(ROOT + file)) {
      if (in == null) {
        throw new IllegalStateException("the standard library lacks " + file);
      }
      return Utf8.text(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
