package dev.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long commands take from start to end, whole processes, by turns with the least that such commands could be: a greeting by picocli, and
 * a program of picocli, Jackson and Apache HttpClient 5 that asks a broker one question. These have an archive of their classes, too, and
 * the quick compiler. Then how soon a broker over a new file serves its first page, and what it takes up when nobody asks it anything.
 * Runs in the root of the clone; CONTRIBUTING.md has the command.
 */
final class StartBenchmark {
    private static final int ROUNDS = 10;
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("contract-cli", "target", "contract.jar");
    private static final List<Logger> QUIET = List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));
    private static final Pattern FLOOR =
            Pattern.compile("(picocli|com/fasterxml/jackson|org/apache/hc|org/slf4j)/.*[.](class|properties)");
    private static final Pattern URL = Pattern.compile("http://[0-9.]+:[0-9]+");
    private static final int IDLE_SECONDS = 10;

    /** A greeting. */
    @Command(name = "hello", mixinStandardHelpOptions = true, version = "hello 1")
    static final class Hello implements Callable<Integer> {
        public static void main(String[] arguments) {
            System.exit(new CommandLine(new Hello()).execute(arguments));
        }

        @Override
        public Integer call() {
            System.out.println("hello");
            return 0;
        }
    }

    /** One question to a broker, and what it said. */
    @Command(name = "ask", mixinStandardHelpOptions = true)
    static final class Ask implements Callable<Integer> {
        @Option(names = "--url", required = true)
        private String url = "";

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new Ask()).execute(arguments));
        }

        @Override
        public Integer call() throws IOException {
            HttpGet request = new HttpGet(url);
            request.setHeader("Accept", "application/hal+json");
            try (CloseableHttpClient client = HttpClients.createDefault()) {
                byte[] body = client.execute(request, response -> EntityUtils.toByteArray(response.getEntity()));
                System.out.println(
                        new ObjectMapper().readTree(body).at("/summary/reason").asText());
            }
            return 0;
        }
    }

    private final Path directory;
    private final Path floor;

    private StartBenchmark(Path directory) throws IOException {
        this.directory = directory;
        this.floor = directory.resolve("floor.jar");
        writeFloor();
    }

    public static void main(String[] arguments) throws Exception {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        System.out.println(
                "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + " on "
                        + Runtime.getRuntime().availableProcessors() + " processors; medians of " + ROUNDS);
        StartBenchmark benchmark = new StartBenchmark(Files.createTempDirectory("start"));
        benchmark.commands();
        benchmark.broker();
    }

    /** A jar that holds these programs and the libraries that they need, nothing else. */
    private void writeFloor() throws IOException {
        try (JarFile all = new JarFile(JAR.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(floor))) {
            for (ZipEntry entry : all.stream().filter(StartBenchmark::isOfFloor).toList()) {
                try (InputStream in = all.getInputStream(entry)) {
                    add(out, entry.getName(), in);
                }
            }
            for (Class<?> type : List.of(Hello.class, Ask.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    add(out, name, in);
                }
            }
        }
    }

    private static boolean isOfFloor(ZipEntry entry) {
        return FLOOR.matcher(entry.getName()).matches();
    }

    private static void add(JarOutputStream out, String name, InputStream in) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        in.transferTo(out);
        out.closeEntry();
    }

    private void commands() throws Exception {
        try (Broker broker = Broker.open(directory.resolve("asked.db"));
                BrokerServer server = BrokerServer.start(broker, "127.0.0.1", 0)) {
            publish(server.url());
            List<String> hello = floor(Hello.class);
            List<String> ask = floor(
                    Ask.class,
                    "--url",
                    server.url() + "/can-i-deploy?pacticipant=web&version=1&environment=production");
            List<String> version = List.of("./contract", "--version");
            List<String> canIDeploy = List.of(
                    "./contract",
                    "can-i-deploy",
                    "-a",
                    "web",
                    "-e",
                    "1",
                    "--to-environment",
                    "production",
                    "-b",
                    server.url());
            Map<List<String>, double[]> millis = new LinkedHashMap<>();
            for (int i = -1; i < ROUNDS; i++) {
                for (List<String> command : List.of(hello, version, ask, canIDeploy)) {
                    millis.computeIfAbsent(command, each -> new double[ROUNDS])[Math.max(0, i)] = run(command);
                }
            }
            show("contract --version", millis.get(version), "a greeting by picocli", millis.get(hello));
            show("contract can-i-deploy", millis.get(canIDeploy), "one request and its JSON", millis.get(ask));
        }
    }

    /** With an archive of the classes that it loads. */
    private List<String> floor(Class<?> program, String... arguments) throws Exception {
        Path archive = directory.resolve(program.getSimpleName() + ".jsa");
        run(java(List.of("-XX:ArchiveClassesAtExit=" + archive), program, arguments));
        return java(List.of("-XX:SharedArchiveFile=" + archive), program, arguments);
    }

    private List<String> java(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(QUICK);
        command.addAll(options);
        command.addAll(List.of("-cp", floor.toString(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Milliseconds from start to end. */
    private double run(List<String> command) throws Exception {
        long start = System.nanoTime();
        Process process = process(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        double millis = (System.nanoTime() - start) / 1e6;
        if (exit > 1) {
            throw new AssertionError(exit + " of " + command + ": " + said);
        }
        return millis;
    }

    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private void publish(String url) throws Exception {
        Path contract = Files.writeString(directory.resolve("contract.json"), """
                {"consumer": {"name": "web"}, "provider": {"name": "users"},
                 "interactions": [{"description": "a user", "request": {"method": "GET", "path": "/users/1"}, "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "2.0.0"}}}
                """);
        run(List.of("./contract", "publish", contract.toString(), "-a", "1", "-b", url));
    }

    private static void show(String what, double[] millis, String floor, double[] floorMillis) {
        double median = median(millis);
        double floorMedian = median(floorMillis);
        System.out.printf(
                "%s: %.0f ms; %s: %.0f ms; %.2f times that%n", what, median, floor, floorMedian, median / floorMedian);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return (figures[figures.length / 2] + figures[(figures.length - 1) / 2]) / 2;
    }

    private void broker() throws Exception {
        double[] millis = new double[ROUNDS];
        long kilobytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Process broker = process(List.of(
                            "./contract",
                            "broker",
                            "--port",
                            "0",
                            "--database",
                            directory.resolve("new" + i + ".db").toString()))
                    .redirectError(Redirect.DISCARD)
                    .start();
            try {
                ask(url(broker.inputReader()));
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (i == ROUNDS - 1) {
                    Thread.sleep(IDLE_SECONDS * 1_000L);
                    kilobytes = residentKilobytes(broker.pid());
                }
            } finally {
                broker.destroy();
                broker.waitFor();
            }
        }
        System.out.printf(
                "contract broker: first page after %.0f ms; %d MB resident after %d s in which nobody asked%n",
                median(millis), kilobytes / 1024, IDLE_SECONDS);
    }

    private static String url(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                return url.group();
            }
        }
        throw new AssertionError("the broker did not say where it listens");
    }

    private static void ask(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .statusCode();
        if (status != 200) {
            throw new AssertionError("status " + status);
        }
    }

    /** Of Linux. */
    private static long residentKilobytes(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
