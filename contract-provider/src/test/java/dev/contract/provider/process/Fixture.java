package dev.contract.provider.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
            case "parent" -> parent(Integer.parseInt(arguments[1]));
            case "port-taken-once" -> portTakenOnce(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            case "verifier" -> verifier();
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
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        serve(port);
    }

    /** Has its work done by a child, as build tools do. */
    private static void parent(int port) throws Exception {
        Process child = new ProcessBuilder(command("serve", Integer.toString(port)))
                .inheritIO()
                .start();
        System.out.println("child " + child.pid());
        child.waitFor();
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

    /** Starts a service with a child and reports both; then waits to be killed. */
    private static void verifier() throws Exception {
        Lines lines = new Lines();
        ServiceProcess service = ServiceProcess.command(command("parent", "{port}"))
                .onOutput(lines)
                .start();
        System.out.println(service.pid());
        System.out.println(lines.await("child ").substring("child ".length()));
        new CountDownLatch(1).await();
    }

    private static HttpServer server(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }
}
