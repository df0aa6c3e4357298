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
import java.util.Arrays;
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
    private static final int WARM_UP = 10;
    private static final String BODY =
            "{\"id\":17,\"name\":\"Bob\",\"tags\":[\"a\",\"b\"],\"address\":{\"city\":\"Paris\",\"zip\":\"75001\"}}";

    private final Process service;
    private final BufferedReader said;
    private final String url;
    private final Path contracts;

    private VerifyBenchmark(Path contracts, int latencyMillis) throws IOException {
        this.contracts = contracts;
        this.service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace("::", File.pathSeparator),
                        VerifyBenchmark.class.getName(),
                        "serve",
                        Integer.toString(latencyMillis))
                .redirectError(Redirect.INHERIT)
                .start();
        this.said = service.inputReader();
        this.url = "http://127.0.0.1:" + said.readLine();
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            serve(Integer.parseInt(arguments[1]));
            return;
        }
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

    /** The loop and the verifier by turns, so that both have the same weather. */
    private void compare() throws Exception {
        double[][] bare = new double[2][ROUNDS];
        double[][] verified = new double[2][ROUNDS];
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                measure(() -> loop(client), bare, i);
                measure(() -> verify(1), verified, i);
            }
        }
        System.out.printf("a request of the bare loop:  %.0f µs, %.0f µs of CPU%n", median(bare[0]), median(bare[1]));
        System.out.printf(
                "an interaction of a run:     %.0f µs, %.0f µs of CPU%n", median(verified[0]), median(verified[1]));
        System.out.printf(
                "over the loop:               %+.0f %%, %+.0f %% of CPU%n",
                100 * (median(verified[0]) / median(bare[0]) - 1), 100 * (median(verified[1]) / median(bare[1]) - 1));
    }

    /** Microseconds of time and of this process's CPU for each request. */
    private static void measure(Callable<?> work, double[][] micros, int round) throws Exception {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        work.call();
        if (round >= 0) {
            micros[0][round] = (System.nanoTime() - start) / 1e3 / INTERACTIONS;
            micros[1][round] = (cpuNanos() - cpu) / 1e3 / INTERACTIONS;
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private int loop(CloseableHttpClient client) throws IOException {
        int length = 0;
        for (int i = 0; i < INTERACTIONS; i++) {
            HttpGet request = new HttpGet(url + "/users/" + i);
            request.setHeader("Accept", "application/json");
            length += client.execute(request, response -> EntityUtils.toByteArray(response.getEntity()).length);
        }
        return length;
    }

    private VerificationResult verify(int lanes) {
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
            verify(16);
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
