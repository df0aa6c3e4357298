package dev.contract.compare;

import dev.contract.core.model.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What one interaction was and what it has become.
 *
 * @param before null when it was added
 * @param after null when it was removed
 */
record Pair(@Nullable Interaction before, @Nullable Interaction after) {}
