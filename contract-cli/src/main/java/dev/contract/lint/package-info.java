/**
 * Looks for what a tool would have to guess about in a contract file: examples that their own rules refuse, rules that point at nothing,
 * interactions that nobody can tell apart, expressions that run away, secrets, values of the day.
 *
 * <p>In: the bytes of a file. Out: {@link dev.contract.lint.LintFinding}s with their places, among them what the reader and the
 * JSON Schema of the file have to say. A check is a class of its own and is named in {@link dev.contract.lint.Lint}; it sees the file
 * as {@code Exchange}s and their {@code Expected} parts, and the text beneath them for line and column. Knows nothing of other
 * files, of clocks or of who asked. A finding has to be true: what is only a matter of taste is advice, and what is usual in good
 * contracts is none at all.
 *
 * <p>Start reading at {@link dev.contract.lint.Lint}.
 */
@NullMarked
package dev.contract.lint;

import org.jspecify.annotations.NullMarked;
