/**
 * Reads contract files (Pact specification 1.0, 1.1, 2, 3 and 4) into the {@code model}, writes them back, merges them.
 *
 * <p>In: bytes. Out: a {@link dev.contract.core.model.Contract}, and problems that carry line and column; and back to bytes that are
 * the same for the same contract. Knows JSON and how each version lays things out; does not know what a rule accepts or a generator
 * makes, opens no socket, and touches the disk only in {@link dev.contract.core.format.AtomicFile}.
 *
 * <p>Every version is lifted into one model on reading, and what that model has no place for is kept beside it and written back.
 * Before anything is written, {@code Expressible} refuses by name and place what the version asked for cannot say.
 *
 * <p>Two choices that files show. Rules for the contents of messages are written in category {@code body}, in every version, although
 * the text of version 4 calls it {@code content}: pact-jvm applies only {@code body} as specified, the Rust core applies both.
 * Both are read. And a header of versions 1 to 3 is written as a list where one joined line would not read back as the same values.
 *
 * <p>Start reading at {@link dev.contract.core.format.ContractReader} and {@link dev.contract.core.format.ContractWriter}.
 */
@NullMarked
package dev.contract.core.format;

import org.jspecify.annotations.NullMarked;
