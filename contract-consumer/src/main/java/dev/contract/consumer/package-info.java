/**
 * What a consumer test needs: a stub that plays the provider, the words to say what is expected of it, and the
 * writing of the contract.
 */
@NullMarked
package dev.contract.consumer;

import org.jspecify.annotations.NullMarked;
