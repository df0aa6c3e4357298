package dev.contract.cli;

import static dev.contract.provider.source.ContractSource.directory;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.OperatingSystemMXBean;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.report.ConsoleReport;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * What a verification costs: over a bare loop of Apache HttpClient 5 that sends the same requests, with lanes against a slow service, and
 * from {@code contract verify} to its first request. CONTRIBUTING.md has the command.
 *
 * <p>The service is a process of its own, which answers every request with the same JSON, and prints when a connection's first one came.
 * Medians; the load of the machine stands beside them.
 */
final class VerifyBenchmark {
    private static final int INTERACTIONS = 1_000;
    private static final int ROUNDS = 21;
    private static final String BODY =
            "{\"id\":17,\"name\":\"Bob\",\"tags\":[\"a\",\"b\"],\"address\":{\"city\":\"Paris\",\"zip\":\"75001\"}}";

    private final Process service;
    private final BufferedReader said;
    private final String url;
    private final Path contracts;

    private VerifyBenchmark(Path contracts, int latencyMillis) throws IOException {
        this.contracts = contracts;
        this.service = java("serve", Integer.toString(latencyMillis));
        this.said = service.inputReader();
        this.url = "http://127.0.0.1:" + said.readLine();
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path").replace("::", File.pathSeparator),
                VerifyBenchmark.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]));
            case "loop" -> once(() -> loop(arguments[1]));
            case "verify" -> once(() -> verify(Path.of(arguments[2]), arguments[1], 1));
            default -> measure();
        }
    }

    private static void measure() throws Exception {
        Path contracts = Files.createTempDirectory("contracts");
        Files.writeString(contracts.resolve("contract.json"), contract(INTERACTIONS));
        System.out.println(
                "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + " on "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        VerifyBenchmark quick = new VerifyBenchmark(contracts, 0);
        quick.compare();
        quick.start();
        quick.service.destroy();
        VerifyBenchmark slow = new VerifyBenchmark(contracts, 10);
        slow.lanes();
        slow.service.destroy();
    }

    /** Each once in a JVM of its own, by turns, so that both have the same weather: a verification is the only one of its process. */
    private void compare() throws Exception {
        double[][] bare = new double[2][ROUNDS];
        double[][] verified = new double[2][ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            inItsOwnProcess("loop", bare, i);
            inItsOwnProcess("verify", verified, i);
        }
        System.out.printf("%d requests, one after the other, in a JVM of their own:%n", INTERACTIONS);
        show("time", bare[0], verified[0]);
        show("CPU of the process", bare[1], verified[1]);
    }

    private static void show(String what, double[] bare, double[] verified) {
        System.out.printf(
                "  %s: %.0f ms by the bare loop, %.0f ms verified, %+.0f %%%n",
                what, median(bare), median(verified), 100 * (median(verified) / median(bare) - 1));
    }

    /** Milliseconds of the work, and of CPU from the start of the process to its end. */
    private void inItsOwnProcess(String work, double[][] millis, int round) throws Exception {
        Process process = java(work, url, contracts.toString());
        String[] figures = new String(process.getInputStream().readAllBytes(), US_ASCII)
                .strip()
                .split(" ", 2);
        if (process.waitFor() != 0) {
            throw new AssertionError(work + " failed");
        }
        millis[0][round] = Double.parseDouble(figures[0]);
        millis[1][round] = Double.parseDouble(figures[1]);
    }

    private static void once(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        System.out.println((System.nanoTime() - start) / 1e6 + " " + cpuNanos() / 1e6);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static int loop(String url) throws IOException {
        int length = 0;
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int i = 0; i < INTERACTIONS; i++) {
                HttpGet request = new HttpGet(url + "/users/" + i);
                request.setHeader("Accept", "application/json");
                length += client.execute(request, response -> EntityUtils.toByteArray(response.getEntity()).length);
            }
        }
        return length;
    }

    private static VerificationResult verify(Path contracts, String url, int lanes) {
        VerificationResult result = Verifier.of("users")
                .contractsFrom(directory(contracts))
                .at(url)
                .lanes(lanes)
                .verify();
        if (!result.success()) {
            throw new AssertionError(ConsoleReport.text(result));
        }
        return result;
    }

    private void lanes() throws Exception {
        double[] millis = new double[7];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            verify(contracts, url, 16);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(
                "%d interactions, 10 ms each, 16 lanes: %.0f ms; the first in this JVM %.0f ms%n",
                INTERACTIONS, median(millis.clone()), millis[0]);
    }

    /** By the launcher, one process after another. */
    private void start() throws Exception {
        Path one = Files.createTempDirectory("contract");
        Files.writeString(one.resolve("contract.json"), contract(10));
        while (said.ready()) {
            said.readLine();
        }
        double[] first = new double[ROUNDS];
        double[] whole = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.currentTimeMillis();
            Process command = new ProcessBuilder(
                            "./contract", "verify", one.toString(), "--provider", "users", "--url", url)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            first[i] = Long.parseLong(said.readLine()) - start;
            if (command.waitFor() != 0) {
                throw new AssertionError("contract verify failed");
            }
            whole[i] = System.currentTimeMillis() - start;
            while (said.ready()) {
                said.readLine();
            }
        }
        System.out.printf(
                "contract verify: first request after %.0f ms (from %.0f to %.0f), end after %.0f ms%n",
                median(first), first[0], first[ROUNDS - 1], median(whole));
    }

    /** Sorts them. */
    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
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

    private static void serve(int latencyMillis) throws IOException {
        byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n" + BODY)
                .getBytes(US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket, answer, latencyMillis * 1_000_000L));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** An answer for each empty line: requests have no bodies here. */
    private static void answer(Socket socket, byte[] answer, long latencyNanos) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean first = true;
            int lineEnds = 0;
            for (int c = in.read(); c >= 0; c = in.read()) {
                lineEnds = c == '\n' ? lineEnds + 1 : c == '\r' ? lineEnds : 0;
                if (lineEnds == 2) {
                    if (first) {
                        System.out.println(System.currentTimeMillis());
                        first = false;
                    }
                    LockSupport.parkNanos(latencyNanos);
                    out.write(answer);
                    out.flush();
                    lineEnds = 0;
                }
            }
        } catch (IOException e) {
            // the client is gone
        }
    }
}
