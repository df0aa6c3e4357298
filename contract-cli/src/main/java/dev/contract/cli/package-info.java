/**
 * The command line: one class per command, and what they share.
 *
 * <p>In: arguments, environment variables, two streams. Out: results on standard output, everything else on standard error, and an exit
 * code ({@link dev.contract.cli.ExitCode}). {@link dev.contract.cli.Main} builds only the command that was asked for, so that each
 * command loads only what it needs; {@link dev.contract.cli.CommandName} lists them all. Commands throw {@code ContractException} for
 * what users can mend and know nothing of how it is shown.
 *
 * <p>Without the address of a broker the broker's commands use the same routes inside this process, over a local file: {@link
 * dev.contract.cli.BrokerOptions} decides. Start reading at {@link dev.contract.cli.Main}.
 */
@NullMarked
package dev.contract.cli;

import org.jspecify.annotations.NullMarked;
