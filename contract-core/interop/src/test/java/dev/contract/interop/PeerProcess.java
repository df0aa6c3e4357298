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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A peer in a process of its own. It calls back to a port it is told, and answers commands, one line for each: see {@code PactJvmPeer}. What it prints
 * goes to a file. One thread at a time.
 */
final class PeerProcess implements Reader, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Path log;
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private PeerProcess(String name, Process process, Path log, Socket socket) throws IOException {
        this.name = name;
        this.process = process;
        this.log = log;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a peer; the port to call back is added to the command as its last word. */
    static PeerProcess start(String name, Path log, List<String> command) {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createDirectories(log.getParent());
            listening.setSoTimeout((int) PATIENCE.toMillis());
            List<String> words = Stream.concat(command.stream(), Stream.of(String.valueOf(listening.getLocalPort())))
                    .toList();
            ProcessBuilder builder =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
            // Both peers report who uses them unless they are told not to; they disagree about the spelling.
            builder.environment().put("PACT_DO_NOT_TRACK", "true");
            builder.environment().put("pact_do_not_track", "true");
            // The Rust core would take a backtrace for every mismatch, and read all certificates for every interaction
            builder.environment().keySet().removeAll(Set.of("RUST_BACKTRACE", "SSL_CERT_DIR", "SSL_CERT_FILE"));
            Process process = builder.start();
            Socket socket = listening.accept();
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return new PeerProcess(name, process, log, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " did not call back; what it printed stands in " + log, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Has the peer write {@code VERSION/CASE.json} for all it has words for. */
    void write(Path directory) {
        ask("write", directory.toString());
    }

    @Override
    public Verdict verify(Path contract, String url) {
        String answer = say("verify", contract.toString(), url);
        return Verdict.of(answer.equals("accepted"), answer);
    }

    @Override
    public String serve(Path contract) {
        return ask("serve", contract.toString());
    }

    @Override
    public void stop() {
        ask("stop");
    }

    /** An answer without which nobody can go on. */
    private String ask(String... words) {
        String answer = say(words);
        if (answer.startsWith("failed")) {
            throw new PeerFailed(name + " " + String.join(" ", words) + ": " + answer + " (" + log + ")");
        }
        return answer;
    }

    private String say(String... words) {
        out.print(String.join("\t", words) + "\n");
        out.flush();
        try {
            String answer = in.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " has ended; what it printed stands in " + log);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not answer; what it printed stands in " + log, e);
        }
    }

    /** Without a caller the peer ends by itself. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
