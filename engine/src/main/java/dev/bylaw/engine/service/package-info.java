/**
 * What an editor asks about rule files and manifests that are being written. Nothing here knows of
 * a protocol; the editor server and the playground say it in theirs. {@link
 * dev.bylaw.engine.service.LanguageService} is the way in.
 */
@NullMarked
package dev.bylaw.engine.service;

import org.jspecify.annotations.NullMarked;
