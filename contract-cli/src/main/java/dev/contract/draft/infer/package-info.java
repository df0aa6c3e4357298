/**
 * Finds the type that many JSON values have in common.
 *
 * <p>In: values that stood in one place of many documents. Out: an {@link dev.contract.draft.infer.InferredType}: which kinds came there,
 * which fields were always there, which forms texts have. Knows JSON only; what a contract makes of a type is decided in {@code draft}.
 * Start reading at {@link dev.contract.draft.infer.InferredType}.
 */
@NullMarked
package dev.contract.draft.infer;

import org.jspecify.annotations.NullMarked;
