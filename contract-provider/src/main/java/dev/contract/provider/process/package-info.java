/**
 * Starts the services under test, waits until they are ready, and stops them with everything they started.
 *
 * <p>In: a command with {@code {port}} where the service takes its port, and what it must show before it counts as started ({@link
 * dev.contract.provider.process.Readiness}). Out: a running {@link dev.contract.provider.process.ServiceProcess} with its URL, or several that
 * need each other ({@link dev.contract.provider.process.ServiceGroup}), or a problem that shows the last lines the service wrote. A container
 * is a command, too ({@link dev.contract.provider.process.DockerRun}). Knows processes and sockets; knows nothing of contracts.
 *
 * <p>Nothing stays behind: {@code close()} and the end of this JVM stop the whole process tree ({@code ProcessTree}), and a small shell
 * beside the service does the same when this JVM is killed without a chance to clean up ({@code Watchdog}). Start reading at {@link
 * dev.contract.provider.process.ServiceProcess}, and inside at {@code Launch}, one attempt from the free port to the end.
 */
@NullMarked
package dev.contract.provider.process;

import org.jspecify.annotations.NullMarked;
