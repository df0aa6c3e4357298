/**
 * A sample service that knows users, and asks the order service for a user's orders: provider to one, consumer of the other.
 *
 * <p>Start reading at {@link dev.contract.samples.userservice.UserService}; the contract tests stand beside it under the tests.
 */
@NullMarked
package dev.contract.samples.userservice;

import org.jspecify.annotations.NullMarked;
