/**
 * What need not be there, in examples and in what came.
 *
 * <p>In: a response or message whose contract leaves fields out of its example, {@link dev.contract.core.model.Presence}, or the body
 * that came for it. Out: the same part with these fields in its example, and in which of the objects that came there was such a field.
 * Knows nothing of rules: whether a field that is there is right is for {@code matching} to say. Start reading at
 * {@link dev.contract.core.presence.WholeExample}.
 */
@NullMarked
package dev.contract.core.presence;

import org.jspecify.annotations.NullMarked;
