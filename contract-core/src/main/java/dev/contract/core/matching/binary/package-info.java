/**
 * The comparison of bodies that are bytes to us: by the rules at {@code $}, or by equality.
 * Start reading at {@link dev.contract.core.matching.binary.BinaryFormat}.
 */
@NullMarked
package dev.contract.core.matching.binary;

import org.jspecify.annotations.NullMarked;
