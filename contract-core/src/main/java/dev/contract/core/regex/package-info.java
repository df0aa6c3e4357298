/**
 * Regular expressions of contracts: written by tools of any language, read by Java's engine, and never trusted.
 *
 * <p>In: the text of an expression. Out: a {@link dev.contract.core.regex.BoundedRegex}, which judges texts within a bounded number
 * of steps, or a {@link dev.contract.core.regex.RegexSyntaxException} that says what is wrong. Who reads files, who matches and who makes
 * texts all ask here, so that what one accepts the others can use. Knows nothing of rules or generators. Start reading at
 * {@link dev.contract.core.regex.BoundedRegex}.
 */
@NullMarked
package dev.contract.core.regex;

import org.jspecify.annotations.NullMarked;
