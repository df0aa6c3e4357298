package dev.contract.consumer.stub;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The I/O threads and buffers that all stubs of a JVM share: they take a third of a second to start, a stub on top of them takes a
 * millisecond. Daemons, so that they never keep a JVM alive.
 */
final class StubWorker {
    private static final int IO_THREADS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    /** So many functions of tests may wait at the same time. */
    private static final int MOST_TASKS = 16;

    static final XnioWorker THREADS = start();
    static final ByteBufferPool BUFFERS = new DefaultByteBufferPool(true, 16 * 1024, -1, 4);

    /** For records of TLS, which are a little longer. */
    static final ByteBufferPool TLS_BUFFERS = new DefaultByteBufferPool(true, 17 * 1024, -1, 4);

    private StubWorker() {}

    private static XnioWorker start() {
        List<Logger> chatty = List.of(Logger.getLogger("org.xnio"), Logger.getLogger("org.jboss.threads"));
        List<Logger> untouched =
                chatty.stream().filter(logger -> logger.getLevel() == null).toList();
        try {
            // They greet with their version numbers, in the middle of somebody's test output
            untouched.forEach(logger -> logger.setLevel(Level.WARNING));
            return Xnio.getInstance(StubWorker.class.getClassLoader())
                    .createWorker(OptionMap.builder()
                            .set(Options.WORKER_NAME, "contract-stub")
                            .set(Options.WORKER_IO_THREADS, IO_THREADS)
                            .set(Options.WORKER_TASK_CORE_THREADS, 1)
                            .set(Options.WORKER_TASK_MAX_THREADS, MOST_TASKS)
                            .set(Options.THREAD_DAEMON, true)
                            .set(Options.TCP_NODELAY, true)
                            .getMap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            untouched.forEach(logger -> logger.setLevel(null));
        }
    }
}
