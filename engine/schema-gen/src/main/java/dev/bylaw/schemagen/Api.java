package dev.bylaw.schemagen;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * All that one Kubernetes minor version knows.
 *
 * @param minor {@code 1.34}
 */
record Api(String minor, SortedMap<ModelName, Model> models, SortedSet<Kind> kinds) {}
