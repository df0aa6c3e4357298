/**
 * The comparison of bodies that are text without a structure known here: by the rules at {@code $}, or by equality.
 * Start reading at {@link dev.contract.core.matching.text.TextFormat}.
 */
@NullMarked
package dev.contract.core.matching.text;

import org.jspecify.annotations.NullMarked;
