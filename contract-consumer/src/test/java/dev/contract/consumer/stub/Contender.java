package dev.contract.consumer.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a JVM of its own that answers the requests of a {@link Load}: the bare one, our stub, or somebody else's with the settings
 * that are best for its speed: no journal, no log.
 */
final class Contender implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final int EACH = 50;
    private static final long MOST_SECONDS_TO_START = 60;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final int port;
    private final byte[][] requests;

    private Contender(Process process, BufferedReader answers, int port, byte[][] requests) throws IOException {
        this.process = process;
        this.answers = answers;
        this.questions = process.outputWriter(UTF_8);
        this.port = port;
        this.requests = requests;
    }

    static Contender bare(Load load) throws IOException {
        return ours(load, 0);
    }

    static Contender stub(Load load, int interactions) throws IOException {
        return ours(load, interactions);
    }

    private static Contender ours(Load load, int interactions) throws IOException {
        Process process = java(
                Redirect.PIPE,
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredServer.class.getName(),
                load.name(),
                Integer.toString(interactions));
        BufferedReader answers = process.inputReader(UTF_8);
        return new Contender(
                process, answers, Integer.parseInt(answers.readLine()), load.requests(Math.max(1, interactions)));
    }

    static Contender wireMock(Path jar, Load load, int interactions) throws IOException, InterruptedException {
        int port = freePort();
        return other(
                java(
                        Redirect.DISCARD,
                        "-jar",
                        jar.toString(),
                        "--port",
                        Integer.toString(port),
                        "--no-request-journal",
                        "--use-chunked-encoding",
                        "NEVER",
                        "--disable-banner"),
                port,
                "POST",
                "/__admin/mappings/import",
                load.wireMockMappings(interactions),
                load.requests(interactions));
    }

    static Contender mockServer(Path jar, Load load, int interactions) throws IOException, InterruptedException {
        int port = freePort();
        return other(
                java(
                        Redirect.DISCARD,
                        "-Dmockserver.maxExpectations=" + 2 * interactions,
                        "-Dmockserver.maxLogEntries=1",
                        "-jar",
                        jar.toString(),
                        "-serverPort",
                        Integer.toString(port),
                        "-logLevel",
                        "OFF"),
                port,
                "PUT",
                "/mockserver/expectation",
                load.mockServerExpectations(interactions),
                load.requests(interactions));
    }

    private static Contender other(
            Process process, int port, String method, String path, String json, byte[][] requests)
            throws IOException, InterruptedException {
        try {
            HttpRequest setup = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, BodyPublishers.ofString(json))
                    .header("Content-Type", "application/json")
                    .build();
            untilItListens(process, port);
            int status = HTTP.send(setup, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IOException("a server was told what to answer, and said " + status);
            }
            return new Contender(process, process.inputReader(UTF_8), port, requests);
        } catch (IOException | InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    private static void untilItListens(Process process, int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_START);
        while (true) {
            try {
                new Wire(port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException(
                            "a server did not start: " + process.info().commandLine(), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static Process java(Redirect output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(output.equals(Redirect.PIPE) ? Redirect.INHERIT : output)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Requests a second over this time, on new connections: some servers close those that nobody uses for a while. */
    double rate(long millis) throws IOException {
        try (LoadClient client = new LoadClient(port, CONNECTIONS, requests)) {
            long start = System.nanoTime();
            long end = start + TimeUnit.MILLISECONDS.toNanos(millis);
            long answered = 0;
            while (System.nanoTime() < end) {
                client.run(EACH);
                answered += EACH * CONNECTIONS;
            }
            return answered * 1e9 / (System.nanoTime() - start);
        }
    }

    void requests(int number) throws IOException {
        try (LoadClient client = new LoadClient(port, CONNECTIONS, requests)) {
            client.run(number / CONNECTIONS);
        }
    }

    /** What {@link MeasuredServer} answers. */
    String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return answers.readLine();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
