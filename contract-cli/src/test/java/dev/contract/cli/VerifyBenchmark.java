package dev.contract.cli;

import static dev.contract.provider.source.ContractSource.directory;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * What a verification costs: over a bare loop of Apache HttpClient 5 that sends the same requests, cold and warm, with lanes against a
 * slow service, and from {@code contract verify} to its first request. CONTRIBUTING.md has the command.
 *
 * <p>Beside the bare loop stands the floor, a loop that besides reads with Jackson what a verification cannot do without: the contract, and
 * every body.
 *
 * <p>The service is a process of its own, which answers every request with the same JSON, and prints when a connection's first one came.
 * Medians; the load of the machine stands beside them.
 */
final class VerifyBenchmark {
    private static final String CONTRACT = "contract.json";
    private static final int INTERACTIONS = 1_000;
    private static final int ROUNDS = 21;
    private static final int ROUNDS_TO_WARM_UP = 100;
    private static final List<String> LIKE_THE_LAUNCHER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String BODY =
            "{\"id\":17,\"name\":\"Bob\",\"tags\":[\"a\",\"b\"],\"address\":{\"city\":\"Paris\",\"zip\":\"75001\"}}";

    /** What is compared. */
    private enum Work {
        LOOP("by the bare loop") {
            @Override
            void run(String url, Path contracts) throws IOException {
                loop(url, body -> {});
            }
        },
        READING_LOOP("by a loop that reads") {
            @Override
            void run(String url, Path contracts) throws IOException {
                JsonFactory json = new JsonFactory();
                read(json, Files.readAllBytes(contracts.resolve(CONTRACT)));
                loop(url, body -> read(json, body));
            }
        },
        VERIFICATION("verified") {
            @Override
            void run(String url, Path contracts) {
                verify(contracts, url, 1);
            }
        };

        private final String text;

        Work(String text) {
            this.text = text;
        }

        abstract void run(String url, Path contracts) throws IOException;
    }

    /** What each work took, round by round. */
    private static final class Figures {
        private final Map<Work, double[]> rounds = new EnumMap<>(Work.class);

        void add(Work work, int round, double figure) {
            rounds.computeIfAbsent(work, each -> new double[ROUNDS])[round] = figure;
        }

        void show(String what) {
            double bare = 0;
            System.out.print("  " + what + ":");
            for (Map.Entry<Work, double[]> each : rounds.entrySet()) {
                double median = median(each.getValue());
                bare = bare == 0 ? median : bare;
                System.out.printf("  %.0f %s", median, each.getKey().text);
                System.out.print(median == bare ? "" : String.format(", %+.0f %%", 100 * (median / bare - 1)));
            }
            System.out.println();
        }
    }

    private final Process service;
    private final BufferedReader said;
    private final String url;
    private final Path contracts;

    private VerifyBenchmark(Path contracts, int latencyMillis) throws IOException {
        this.contracts = contracts;
        this.service = java(List.of(), "serve", Integer.toString(latencyMillis));
        this.said = service.inputReader();
        this.url = "http://127.0.0.1:" + said.readLine();
    }

    private static Process java(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path").replace("::", File.pathSeparator)));
        command.addAll(options);
        command.add(VerifyBenchmark.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]));
            case "once" -> once(Work.valueOf(arguments[1]), arguments[2], Path.of(arguments[3]));
            case "warm" -> warm(arguments[1], Path.of(arguments[2]));
            default -> measure();
        }
    }

    private static void measure() throws Exception {
        Path contracts = Files.createTempDirectory("contracts");
        Files.writeString(contracts.resolve(CONTRACT), contract(INTERACTIONS));
        System.out.println(
                "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + " on "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        VerifyBenchmark quick = new VerifyBenchmark(contracts, 0);
        quick.compare("in a JVM of their own", List.of());
        quick.compare("in one as the launcher starts it", LIKE_THE_LAUNCHER);
        System.out.print(said(java(List.of(), "warm", quick.url, contracts.toString())));
        quick.start();
        quick.service.destroy();
        VerifyBenchmark slow = new VerifyBenchmark(contracts, 10);
        slow.lanes();
        slow.service.destroy();
    }

    /** Each once in a JVM of its own, by turns, so that all have the same weather: a verification is the only one of its process. */
    private void compare(String where, List<String> options) throws Exception {
        Figures millis = new Figures();
        Figures cpuMillis = new Figures();
        for (int i = 0; i < ROUNDS; i++) {
            for (Work work : Work.values()) {
                String[] figures = said(java(options, "once", work.name(), url, contracts.toString()))
                        .strip()
                        .split(" ", 2);
                millis.add(work, i, Double.parseDouble(figures[0]));
                cpuMillis.add(work, i, Double.parseDouble(figures[1]));
            }
        }
        System.out.printf("%d requests, one after the other, %s, in milliseconds:%n", INTERACTIONS, where);
        millis.show("time");
        cpuMillis.show("CPU of the process");
    }

    private static String said(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) {
            throw new AssertionError("failed: " + text);
        }
        return text;
    }

    private static void once(Work work, String url, Path contracts) throws IOException {
        long start = System.nanoTime();
        work.run(url, contracts);
        System.out.println((System.nanoTime() - start) / 1e6 + " " + cpuNanos() / 1e6);
    }

    /** By turns in one JVM, after rounds that do not count. */
    private static void warm(String url, Path contracts) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Figures micros = new Figures();
        Figures cpuMicros = new Figures();
        for (int i = -ROUNDS_TO_WARM_UP; i < ROUNDS; i++) {
            for (Work work : Work.values()) {
                long start = System.nanoTime();
                long cpuStart = threads.getCurrentThreadCpuTime();
                work.run(url, contracts);
                micros.add(work, Math.max(0, i), (System.nanoTime() - start) / 1e3 / INTERACTIONS);
                cpuMicros.add(
                        work, Math.max(0, i), (threads.getCurrentThreadCpuTime() - cpuStart) / 1e3 / INTERACTIONS);
            }
        }
        System.out.println("Each request, in one JVM that is warm, in microseconds:");
        micros.show("time");
        cpuMicros.show("CPU of the thread");
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** What is done with a body. */
    private interface Reading {
        void read(byte[] body) throws IOException;
    }

    private static void loop(String url, Reading reading) throws IOException {
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            for (int i = 0; i < INTERACTIONS; i++) {
                HttpGet request = new HttpGet(url + "/users/" + i);
                request.setHeader("Accept", "application/json");
                reading.read(client.execute(request, response -> EntityUtils.toByteArray(response.getEntity())));
            }
        }
    }

    private static void read(JsonFactory json, byte[] text) throws IOException {
        try (JsonParser parser = json.createParser(text)) {
            parser.nextToken();
            value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return parser.getText();
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
        Files.writeString(one.resolve(CONTRACT), contract(10));
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
