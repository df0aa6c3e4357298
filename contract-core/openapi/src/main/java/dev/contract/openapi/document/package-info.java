/**
 * An OpenAPI document (2.0, 3.0 or 3.1) as one model, whatever its version: operations with their parameters, bodies, responses and
 * security, and schemas that can be checked.
 *
 * <p>In: a file of JSON or YAML, and the files below its directory that it refers to. Out: an {@link
 * dev.contract.openapi.document.OpenApiDocument} whose every part knows its file, line, column and JSON pointer, {@code Problem}s for what is
 * wrong in the document itself, and schemas translated to the one dialect that {@code schema} checks. Knows nothing of exchanges or
 * contracts: the room above holds exchanges against it.
 *
 * <p>Reading is lenient and the document check is strict: what is malformed is left out of the model and told as a problem. Nothing is
 * fetched; size, depth, number of files and of references are limited. Start reading at {@link
 * dev.contract.openapi.document.OpenApiDocument}.
 */
@NullMarked
package dev.contract.openapi.document;

import org.jspecify.annotations.NullMarked;
