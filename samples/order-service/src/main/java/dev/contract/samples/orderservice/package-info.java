/**
 * A sample service that takes orders, and asks the user service whether their users exist: consumer of one, provider to the other.
 *
 * <p>Start reading at {@link dev.contract.samples.orderservice.OrderService}; the contract tests stand beside it under the tests.
 */
@NullMarked
package dev.contract.samples.orderservice;

import org.jspecify.annotations.NullMarked;
