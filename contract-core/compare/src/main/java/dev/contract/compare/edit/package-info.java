/**
 * What would happen if a provider changed.
 *
 * <p>In: changes of a provider (a field dropped, renamed or retyped, a header demanded) or its old and new OpenAPI document, and the
 * contracts of its consumers. Out: who would break, at which interaction and path. Nothing is run: changed examples are held
 * against the contracts by {@code matching}.
 */
@NullMarked
package dev.contract.compare.edit;

import org.jspecify.annotations.NullMarked;
