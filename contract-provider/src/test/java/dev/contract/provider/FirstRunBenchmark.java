package dev.contract.provider;

import static dev.contract.provider.source.ContractSource.directory;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.contract.provider.report.ConsoleReport;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a first verification in a JVM takes, the start of the JVM excluded, the loading of all classes included.
 *
 * <p>{@code java -cp … dev.contract.provider.FirstRunBenchmark [interactions] [runs]}: each run is a JVM of its own, against a service
 * in another one that answers every request at once. Prints milliseconds, sorted.
 */
final class FirstRunBenchmark {
    private static final String BODY =
            "{\"id\":17,\"name\":\"Bob\",\"tags\":[\"a\",\"b\"],\"address\":{\"city\":\"Paris\",\"zip\":\"75001\"}}";

    private FirstRunBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "serve" -> serve();
            case "verify" -> verify(arguments[1], Path.of(arguments[2]));
            default ->
                compare(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100,
                        arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9);
        }
    }

    private static void compare(int interactions, int runs) throws Exception {
        Path contracts = Files.createTempDirectory("contracts");
        Files.writeString(contracts.resolve("contract.json"), contract(interactions));
        Process service = java("serve").start();
        try {
            String port = service.inputReader().readLine();
            long[] millis = new long[runs];
            for (int i = 0; i < runs; i++) {
                Process verifier = java("verify", "http://127.0.0.1:" + port, contracts.toString())
                        .start();
                millis[i] = Long.parseLong(verifier.inputReader().readLine());
                verifier.waitFor();
            }
            Arrays.sort(millis);
            System.out.println(
                    interactions + " interactions: median " + millis[runs / 2] + " ms of " + Arrays.toString(millis));
        } finally {
            service.destroy();
        }
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                FirstRunBenchmark.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static void verify(String url, Path contracts) {
        long start = System.nanoTime();
        VerificationResult result =
                Verifier.of("users").contractsFrom(directory(contracts)).at(url).verify();
        String text = ConsoleReport.text(result);
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (!result.success()) {
            throw new AssertionError(text);
        }
        System.out.println(millis);
    }

    private static String contract(int interactions) {
        StringBuilder json = new StringBuilder(
                "{\"consumer\":{\"name\":\"web\"},\"provider\":{\"name\":\"users\"},\"interactions\":[");
        for (int i = 0; i < interactions; i++) {
            json.append(i == 0 ? "" : ",").append("""
                    {"type": "Synchronous/HTTP", "description": "user %d",
                     "request": {"method": "GET", "path": "/users/%d", "headers": {"Accept": ["application/json"]}},
                     "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                       "body": {"contentType": "application/json", "content":
                         {"id": 1, "name": "Alice", "tags": ["x"], "address": {"city": "Berlin", "zip": "10115"}}},
                       "matchingRules": {"body": {
                         "$.id": {"matchers": [{"match": "integer"}]},
                         "$.name": {"matchers": [{"match": "type"}]},
                         "$.tags": {"matchers": [{"match": "type", "min": 1}]},
                         "$.address.city": {"matchers": [{"match": "type"}]},
                         "$.address.zip": {"matchers": [{"match": "regex", "regex": "\\\\d{5}"}]}}}}}""".formatted(i, i));
        }
        return json.append("],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}}}")
                .toString();
    }

    private static void serve() throws IOException {
        byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n" + BODY)
                .getBytes(US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket, answer));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** An answer for each empty line: requests have no bodies here. */
    private static void answer(Socket socket, byte[] answer) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            int lineEnds = 0;
            for (int c = in.read(); c >= 0; c = in.read()) {
                lineEnds = c == '\n' ? lineEnds + 1 : c == '\r' ? lineEnds : 0;
                if (lineEnds == 2) {
                    out.write(answer);
                    out.flush();
                    lineEnds = 0;
                }
            }
        } catch (IOException e) {
            // the verifier is gone
        }
    }
}
