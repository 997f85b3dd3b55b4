package dev.bylaw.engine.manifest;

import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object of a document: the document itself, or an item of a List.
 *
 * @param pathPrefix where the object stands in its document: empty, or for example {@code
 *     items[3].}
 * @param apiVersion as written, or inherited from the List; empty if there is none
 * @param kind as written, or inherited from the List; empty if there is none
 * @param namespace null where the object names none
 * @param name null where the object names none (for example {@code generateName})
 */
public record Resource(
    String pathPrefix,
    String apiVersion,
    String kind,
    @Nullable String namespace,
    @Nullable String name,
    Node.Mapping root) {}
