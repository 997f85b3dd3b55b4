/**
 * Reads the Kubernetes API's types out of the model classes of the Kubernetes Java client, and
 * writes the index that the engine carries. It runs at build time only; nothing of the client
 * reaches the product.
 */
@NullMarked
package dev.bylaw.schemagen;

import org.jspecify.annotations.NullMarked;
