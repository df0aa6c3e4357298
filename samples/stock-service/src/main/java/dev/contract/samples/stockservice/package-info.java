/**
 * A sample service with a database: it knows what shops have in stock, and reserves it.
 *
 * <p>Start reading at {@link dev.contract.samples.stockservice.StockService}. How its contracts are verified on real databases, which are clean
 * after each interaction, stands under the tests, in {@code StockServiceContract}.
 */
@NullMarked
package dev.contract.samples.stockservice;

import org.jspecify.annotations.NullMarked;
