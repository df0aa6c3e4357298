/**
 * Starts the service under test, waits until it answers, and stops it with everything it started.
 *
 * <p>In: a command with {@code {port}} where the service takes its port. Out: a running {@link
 * dev.contract.provider.process.ServiceProcess} with its URL, or a problem that shows the last lines the service wrote. Knows processes
 * and sockets; knows nothing of contracts.
 *
 * <p>Nothing stays behind: {@code close()} and the end of this JVM stop the whole process tree, and a small shell beside the service does
 * the same when this JVM is killed without a chance to clean up (see {@code Watchdog}). Start reading at {@link
 * dev.contract.provider.process.ServiceProcess}.
 */
@NullMarked
package dev.contract.provider.process;

import org.jspecify.annotations.NullMarked;
