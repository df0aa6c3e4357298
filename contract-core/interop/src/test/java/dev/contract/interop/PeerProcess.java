package dev.contract.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The process of a peer. It calls back to a port it is told, and answers commands, one line for each: see {@code PactJvmPeer}. What it prints is
 * added to a file. One thread at a time.
 */
final class PeerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private PeerProcess(Process process, Socket socket) throws IOException {
        this.process = process;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** The port to call back is added to the command as its last word. */
    static PeerProcess start(Path log, List<String> command) {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout((int) PATIENCE.toMillis());
            List<String> words = Stream.concat(command.stream(), Stream.of(String.valueOf(listening.getLocalPort())))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Both peers report who uses them unless they are told not to; they disagree about the spelling.
            builder.environment().put("PACT_DO_NOT_TRACK", "true");
            builder.environment().put("pact_do_not_track", "true");
            // The Rust core would take a backtrace for every mismatch, and read all certificates for every interaction
            builder.environment().keySet().removeAll(Set.of("RUST_BACKTRACE", "SSL_CERT_DIR", "SSL_CERT_FILE"));
            Process process = builder.start();
            Socket socket = listening.accept();
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return new PeerProcess(process, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " did not call back; what it printed stands in " + log, e);
        }
    }

    /**
     * The answer to a command.
     *
     * @throws IOException if the process has ended or keeps silent; then nothing more can be asked: a late answer would be taken for the next one
     */
    String say(String... words) throws IOException {
        out.print(String.join("\t", words) + "\n");
        out.flush();
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the process has ended");
        }
        return answer;
    }

    /** Without a caller the process ends by itself. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
