/**
 * A small service that knows the users, and asks the order service for their orders.
 */
@NullMarked
package dev.contract.samples.userservice;

import org.jspecify.annotations.NullMarked;
