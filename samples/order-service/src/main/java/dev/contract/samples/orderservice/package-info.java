/**
 * A small service that takes orders, and asks the user service whether a user exists.
 */
@NullMarked
package dev.contract.samples.orderservice;

import org.jspecify.annotations.NullMarked;
