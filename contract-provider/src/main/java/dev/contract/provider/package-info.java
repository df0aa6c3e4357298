/**
 * Verification of contracts against a running provider, and its result.
 */
@NullMarked
package dev.contract.provider;

import org.jspecify.annotations.NullMarked;
