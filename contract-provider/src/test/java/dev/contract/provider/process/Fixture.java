package dev.contract.provider.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The services that the tests start: small programs, run by the JVM that runs the tests. */
final class Fixture {
    private Fixture() {}

    /** The command that runs one of the programs below. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Fixture.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]));
            case "serve-by-environment" -> serve(Integer.parseInt(System.getenv("SERVICE_PORT")));
            case "warm-up" -> warmUp(Integer.parseInt(arguments[1]));
            case "die" -> die();
            case "mute" -> new CountDownLatch(1).await();
            case "stubborn" -> stubborn(Integer.parseInt(arguments[1]));
            case "parent" -> parent("serve", arguments[1]);
            case "stubborn-parent" -> {
                ignoreTheSignal();
                parent("stubborn", arguments[1]);
            }
            case "two-ports" -> {
                serve(Integer.parseInt(arguments[1]));
                serve(Integer.parseInt(arguments[2]));
            }
            case "client" -> client(Integer.parseInt(arguments[1]), arguments[2]);
            case "port-taken-once" -> portTakenOnce(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            case "verifier" -> {
                verifier(arguments[1]);
                new CountDownLatch(1).await();
            }
            case "verifier-that-ends" -> verifier(arguments[1]);
            case "verifier-of-a-group-that-ends" -> group();
            case "verifier-of-a-container" -> {
                container(arguments[1]).start();
                System.out.println("started");
                new CountDownLatch(1).await();
            }
            case "verifier-with-agents" -> agents();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Answers every request with the working directory. */
    private static void serve(int port) throws IOException {
        HttpServer server = server(port);
        server.createContext("/", exchange -> {
            byte[] body = Path.of("").toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Answers its health check with 503 twice, then with 204. */
    private static void warmUp(int port) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(port);
        server.createContext("/health", exchange -> {
            System.out.println("health check " + asked.incrementAndGet());
            exchange.sendResponseHeaders(asked.get() > 2 ? 204 : 503, -1);
            exchange.close();
        });
        server.start();
    }

    private static void die() {
        for (int i = 1; i <= 120; i++) {
            System.out.println("line " + i);
        }
        System.err.println("no database");
        System.exit(3);
    }

    /** Takes no notice of being asked to end. */
    private static void stubborn(int port) throws IOException {
        ignoreTheSignal();
        serve(port);
    }

    private static void ignoreTheSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Has its work done by a child, as build tools do. */
    private static void parent(String child, String port) throws Exception {
        Process process = new ProcessBuilder(command(child, port)).inheritIO().start();
        System.out.println("child " + process.pid());
        process.waitFor();
    }

    /** Needs another service: asks it when it begins and when it ends. */
    private static void client(int port, String needed) throws IOException {
        System.out.println("begins when the other answers " + status(needed));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> System.out.println("ends when the other answers " + status(needed))));
        serve(port);
    }

    private static String status(String url) {
        try {
            return Integer.toString(((HttpURLConnection) URI.create(url).toURL().openConnection()).getResponseCode());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Finds its port taken at the first start; which start it is, a file tells. */
    private static void portTakenOnce(int port, Path marker) throws IOException {
        if (marker.toFile().createNewFile()) {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                server(taken.getLocalPort());
            }
        }
        serve(port);
    }

    /** Starts a service with a child and reports both. */
    private static void verifier(String kind) throws Exception {
        Lines lines = new Lines();
        ServiceProcess service = ServiceProcess.command(command(kind, "{port}"))
                .onOutput(lines)
                .stopPatience(Duration.ofMillis(300))
                .start();
        System.out.println(service.pid());
        System.out.println(lines.await("child ").substring("child ".length()));
    }

    /** Shows what a service of a group writes. */
    private static void group() {
        ServiceGroup.with("users", ServiceProcess.command(command("serve", "{port}")))
                .with(
                        "client",
                        ServiceProcess.command(command("client", "{port}", "{users.url}/"))
                                .onOutput(System.out::println))
                .start();
    }

    /** A container that a stand-in for Docker runs. */
    static ServiceProcess.Builder container(String docker) {
        return DockerRun.image("postgres:16-alpine", 5432)
                .program(docker)
                .port("metrics", 9187)
                .environment("POSTGRES_PASSWORD", "s3cret at {port}")
                .option("--volume", "/data dir:/data")
                .arguments("-c", "fsync=off")
                .service()
                .stopPatience(Duration.ofSeconds(2));
    }

    /** Passes its own agents on. */
    private static void agents() {
        try (ServiceProcess service = ServiceProcess.command(command("serve", "{port}"))
                .inheritJavaAgents()
                .start()) {
            System.out.println(String.join("\n", service.output()));
        }
    }

    private static HttpServer server(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }
}
