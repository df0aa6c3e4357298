/**
 * The command line: one class per command, the console, and the exit codes.
 */
@NullMarked
package dev.contract.cli;

import org.jspecify.annotations.NullMarked;
