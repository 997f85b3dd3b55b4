package dev.bylaw.cli.lsp;

import dev.bylaw.engine.service.Judgement;
import dev.bylaw.engine.service.LanguageService;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an editor needs to know of a folder.
 *
 * @param service with the kinds that are known here, and no file yet
 * @param judgement by what manifests are judged
 * @param rules the rule files that lie in the folder
 * @param manifests those that a check of the folder would read
 * @param takes whether a manifest, by where it lies, is one that is checked
 * @param fault why no manifest can be judged, in one sentence; null if they can
 * @param remark what whoever opened the folder should know, or null
 */
public record Folder(
    LanguageService service,
    Judgement judgement,
    List<Path> rules,
    List<Path> manifests,
    Predicate<Path> takes,
    @Nullable String fault,
    @Nullable String remark) {
  public Folder {
    rules = List.copyOf(rules);
    manifests = List.copyOf(manifests);
  }
}
