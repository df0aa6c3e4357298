package dev.contract.consumer.stub;

import static dev.contract.consumer.Matchers.regex;
import static dev.contract.consumer.Matchers.response;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.contract.consumer.Stub;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.model.SpecVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM with little memory and stubs in it, asked line by line what to do: what attacks do to it, and what it leaves behind, can be seen
 * from outside, and nobody else lives there.
 */
final class Besieged implements AutoCloseable {
    private static final String MEGABYTES = "96";

    private final Process process;
    private final Path errors;

    private Besieged(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts one.
     *
     * @param folder for what it writes
     */
    static Besieged start(Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Path errors = folder.resolve("errors.txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + files,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Besieged.class.getName());
        return new Besieged(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Has a command carried out, and gives what is told of it. */
    String ask(String command) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return line(process.getInputStream());
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the JVM under siege has fallen: " + Files.readString(errors));
            }
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** What a JVM has. */
    record Belongings(int threads, long descriptors, int files, double megabytes) {
        static Belongings of(String told) {
            String[] figures = told.split(" ", -1);
            return new Belongings(
                    Integer.parseInt(figures[0]),
                    Long.parseLong(figures[1]),
                    Integer.parseInt(figures[2]),
                    Double.parseDouble(figures[3]));
        }
    }

    // From here on: inside

    private static final List<StubScope> OPEN = new ArrayList<>();

    public static void main(String[] none) throws Exception {
        for (String line = next(); !line.isEmpty(); line = next()) {
            System.out.println(carryOut(line.split(" ", -1)));
        }
    }

    private static String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = System.in.read(); next != '\n' && next >= 0; next = System.in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static String carryOut(String[] words) throws Exception {
        return switch (words[0]) {
            case "stub" -> opened(words[1].equals("https"), Duration.ofMillis(Long.parseLong(words[2])));
            case "stubs" -> startAndStop(Integer.parseInt(words[1]));
            case "requests" -> serve(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "belongings" ->
                belongings(
                        Integer.parseInt(words[1]),
                        Long.parseLong(words[2]),
                        Duration.ofMillis(Long.parseLong(words[3])));
            default -> throw new IllegalArgumentException(Arrays.toString(words));
        };
    }

    private static String opened(boolean secure, Duration patience) {
        StubSettings settings = StubSettings.DEFAULT
                .withPatience(patience)
                .withLongestBody(1 << 20)
                .withJournal(100, 4 << 20);
        StubScope scope = StubScope.open(secure ? settings.withTls(StubTls.generated()) : settings);
        OPEN.add(scope);
        declare(scope);
        return Integer.toString(scope.port());
    }

    private static void declare(StubScope scope) {
        new Stub("order-service", "user-service", scope, SpecVersion.V4)
                .uponReceiving("a request for a user")
                .get(regex("/users/\\d+", "/users/1"))
                .willRespondWith(response(200).withBody("text/plain", "Alice"));
    }

    /** Half of them by TLS. */
    private static String startAndStop(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            StubSettings settings = StubSettings.DEFAULT;
            StubScope scope = StubScope.open(i % 2 == 0 ? settings : settings.withTls(StubTls.generated()));
            declare(scope);
            askOnce(scope, i % 2 != 0);
            scope.close();
        }
        return "done";
    }

    private static void askOnce(StubScope scope, boolean secure) throws IOException {
        try (Socket socket = secure
                ? scope.tls()
                        .clientContext()
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), scope.port())
                : new Socket(InetAddress.getLoopbackAddress(), scope.port())) {
            socket.getOutputStream().write(LoadClient.get("/users/1"));
            if (socket.getInputStream().read() != 'H') {
                throw new IOException("no answer");
            }
        }
    }

    private static String serve(int port, int number) throws IOException {
        int connections = 8;
        try (LoadClient client = new LoadClient(port, connections, new byte[][] {LoadClient.get("/users/1")})) {
            client.run(number / connections);
        }
        return "done";
    }

    /** Connections end on their own threads, a little later than those who end them go on: so it waits until no more is left than this. */
    private static String belongings(int fewThreads, long fewDescriptors, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long least = descriptors();
        while ((least > fewDescriptors || threads() > fewThreads) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            least = Math.min(least, descriptors());
        }
        int files = Objects.requireNonNull(new File(System.getProperty("java.io.tmpdir")).list()).length;
        System.gc();
        double megabytes =
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        return threads() + " " + least + " " + files + " " + megabytes;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
