package dev.contract.provider;

import static dev.contract.provider.ContractFiles.get;
import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.target.RawService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that means no good: each exchange ends within its limits, and the others have their verdicts all the same. */
@Timeout(60)
class HostileServiceTest {
    private static final int BODY_LIMIT = 1 << 20;

    /** What may lie in the buffers between the service and us, beyond what we read. */
    private static final int BUFFERS = 16 << 20;

    @TempDir
    private Path directory;

    private final AtomicLong sent = new AtomicLong();

    @Test
    void ends_each_exchange_and_never_the_run() throws IOException {
        byte[] bomb = bomb();
        Map<String, RawService.Script> scripts = new LinkedHashMap<>();
        scripts.put("endless body", (request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            endlessly(connection, "x".repeat(10_000));
        });
        scripts.put("endless chunks", (request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            endlessly(connection, "1000\r\n" + "x".repeat(0x1000) + "\r\n");
        });
        scripts.put("endless headers", (request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\n");
            endlessly(connection, "X-Header: x\r\n".repeat(100));
        });
        scripts.put(
                "endless interim answers",
                (request, connection) -> endlessly(connection, "HTTP/1.1 100 Continue\r\n\r\n".repeat(100)));
        scripts.put(
                "a header of 10 MB",
                (request, connection) ->
                        connection.send("HTTP/1.1 200 OK\r\nX-Header: " + "x".repeat(10_000_000) + "\r\n\r\n"));
        scripts.put("an endless trailer", (request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n");
            endlessly(connection, "X-Trailer: x\r\n".repeat(100));
        });
        scripts.put(
                "a redirect to itself",
                (request, connection) ->
                        connection.send("HTTP/1.1 302 Found\r\nLocation: /2\r\nContent-Length: 0\r\n\r\n"));
        scripts.put("a compression bomb", (request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            connection.send(bomb);
        });
        scripts.put(
                "invalid chunks",
                (request, connection) ->
                        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n"));
        scripts.put(
                "a negative length",
                (request, connection) -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"));
        scripts.put("silence", (request, connection) -> connection.hang());
        scripts.put("one byte, then silence", (request, connection) -> {
            connection.send("H");
            connection.hang();
        });

        assertThat(verify(scripts)).isEqualTo("""
                endless body: the body of the response is larger than the limit of 1048576 bytes
                endless chunks: the body of the response is larger than the limit of 1048576 bytes
                endless headers: the head of the response is too large: Maximum header count exceeded
                endless interim answers: the service sent more than 100 interim answers, and no other
                a header of 10 MB: the head of the response is too large: Maximum line length limit exceeded
                an endless trailer: the headers behind the body of the response are too large: Maximum header count exceeded
                a redirect to itself: Expected status 200 but was 302
                a compression bomb: the body of the response is larger than the limit of 1048576 bytes
                invalid chunks: the body of the response is not readable as chunks: Negative chunk size
                a negative length: the answer is not HTTP: Negative content length: -1
                silence: no response within the time limit of 1500 ms
                one byte, then silence: no response within the time limit of 1500 ms
                good: passed""");
        assertThat(sent.get()).isLessThan(4 * (BODY_LIMIT + BUFFERS));
    }

    @Test
    void may_close_at_any_byte() throws IOException {
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
        Random random = new Random(42);
        Map<String, RawService.Script> scripts = new LinkedHashMap<>();
        IntStream.range(0, 50).forEach(i -> {
            int length = random.nextInt(answer.length());
            boolean abruptly = random.nextBoolean();
            scripts.put("after " + length + " bytes, number " + i, (request, connection) -> {
                connection.send(answer.substring(0, length));
                if (abruptly) {
                    connection.reset();
                } else {
                    connection.close();
                }
            });
        });

        assertThat(verify(scripts).lines())
                .hasSize(51)
                .allMatch(line -> line.equals("good: passed")
                        || line.matches("after .*: the service closed the connection (without a response"
                                + "|within the head of the response|within the body of the response, after \\d+ bytes)"
                                + "|after .*: the connection broke (before a response came"
                                + "|within the body of the response, after \\d+ bytes): Connection reset"));
    }

    /** In a JVM of its own, with a memory in which not one of these bodies fits, though all are within the usual limit. */
    @Test
    void may_answer_with_more_than_there_is_memory(@TempDir Path outputs) throws IOException, InterruptedException {
        new ContractFiles(directory)
                .contract("web", get("large", "/1", "{}"), get("larger", "/2", "{}"), get("good", "/3", "{}"));
        Path output = outputs.resolve("output.txt");
        String piece = "x".repeat(1 << 20);
        try (RawService service = new RawService((request, connection) -> {
            if (request.startsWith("GET /3 ")) {
                connection.sendJson("{}");
                return;
            }
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + (60 << 20) + "\r\n\r\n");
            for (int i = 0; i < 60; i++) {
                connection.send(piece);
            }
        })) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LittleMemory.class.getName(),
                            directory.toString(),
                            service.url())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.waitFor();
        }

        String tooLarge =
                ": the response is too large for the memory of this JVM: give it more, by -Xmx, or use fewer lanes";
        assertThat(Files.readAllLines(output)).contains("large" + tooLarge, "larger" + tooLarge, "good: passed");
    }

    /** Verifies the contracts of a directory at a URL, and prints what came of each interaction. */
    static final class LittleMemory {
        public static void main(String[] args) {
            Verifier.of("user-service")
                    .contractsFrom(directory(Path.of(args[0])))
                    .at(args[1])
                    .lanes(1)
                    .verify()
                    .interactions()
                    .map(HostileServiceTest::line)
                    .forEach(System.out::println);
        }
    }

    /** Each interaction and what came of it, in a line; a well-behaved one stands at the end of the contract. */
    private String verify(Map<String, RawService.Script> scripts) {
        List<String> names = new ArrayList<>(scripts.keySet());
        String[] interactions = IntStream.rangeClosed(0, names.size())
                .mapToObj(i -> get(i == names.size() ? "good" : names.get(i), "/" + i, "{}"))
                .toArray(String[]::new);
        new ContractFiles(directory).contract("web", interactions);
        try (RawService service = new RawService((request, connection) -> {
            int number = Integer.parseInt(request.replaceFirst("(?s)GET /(\\d+) .*", "$1"));
            if (number == names.size()) {
                connection.sendJson("{}");
            } else {
                scripts.get(names.get(number)).answer(request, connection);
                connection.close();
            }
        })) {
            VerificationResult result = Verifier.of("user-service")
                    .contractsFrom(directory(directory))
                    .at(service.url())
                    .timeLimit(Duration.ofMillis(1500))
                    .bodyLimit(BODY_LIMIT)
                    .verify();
            return result.interactions().map(HostileServiceTest::line).collect(Collectors.joining("\n"));
        }
    }

    private static String line(InteractionResult result) {
        return result.interaction().description() + ": "
                + result.outcome().fold(new Outcome.Cases<String>() {
                    @Override
                    public String passed(Outcome.Passed passed) {
                        return "passed";
                    }

                    @Override
                    public String failed(Outcome.Failed failed) {
                        return failed.findings().get(0).sentence();
                    }

                    @Override
                    public String errored(Outcome.Errored errored) {
                        return errored.reason();
                    }
                });
    }

    private void endlessly(RawService.Connection connection, String piece) throws IOException {
        while (true) {
            connection.send(piece);
            sent.addAndGet(piece.length());
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }
}
