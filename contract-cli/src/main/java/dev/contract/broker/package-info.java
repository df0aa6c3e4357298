/**
 * The broker: keeps contract versions and verification results, and answers whether a version can be deployed.
 *
 * <p>Knows nothing of the command line.
 */
@NullMarked
package dev.contract.broker;

import org.jspecify.annotations.NullMarked;
