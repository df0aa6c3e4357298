/**
 * What the user sees: results on standard output, everything else on standard error, colours only on a terminal.
 *
 * <p>In: lines and tables. Out: text on two streams. Knows nothing of commands. Start reading at {@link
 * dev.contract.cli.console.Console}.
 */
@NullMarked
package dev.contract.cli.console;

import org.jspecify.annotations.NullMarked;
