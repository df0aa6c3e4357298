/**
 * Bodies and their media types, as values.
 *
 * <p>In: bytes, texts, JSON. Out: {@link dev.contract.core.body.Body} in one of four states (missing, null, empty, present), because
 * a contract asks for different things in each, and {@link dev.contract.core.body.ContentType}. Knows nothing of how bodies are
 * compared. Start reading at {@link dev.contract.core.body.Body}.
 */
@NullMarked
package dev.contract.core.body;

import org.jspecify.annotations.NullMarked;
