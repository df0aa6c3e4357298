/**
 * The states that all consumers of a provider name: how they are called, with which parameters, by whom, and what to write for them.
 *
 * <p>In: contracts as a source gave them. Out: a {@link dev.contract.provider.catalogue.StateCatalogue}, warnings of names that are
 * alike, errors for those without a handler, and Java to begin the handlers with. Guesses placeholders from parameters and from names
 * that differ in a number; calls no handler and starts nothing.
 *
 * <p>Start reading at {@link dev.contract.provider.catalogue.StateCatalogue}.
 */
@NullMarked
package dev.contract.provider.catalogue;

import org.jspecify.annotations.NullMarked;
