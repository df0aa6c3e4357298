package dev.contract.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider for the tests: knows one user, by a name that the tests choose; can also be started as a process. */
final class UserService implements AutoCloseable {
    private final HttpServer server;
    private final String nameKey;
    final List<String> seen = new CopyOnWriteArrayList<>();

    private UserService(int port, String nameKey) throws IOException {
        this.nameKey = nameKey;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A service whose users have this key. */
    static UserService whoseUsersHave(String nameKey) throws IOException {
        return new UserService(0, nameKey);
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("starting with " + arguments[1]);
        new UserService(Integer.parseInt(arguments[0]), arguments[1]);
    }

    /** The command that starts it as a process, for a shell. */
    static String command(String nameKey) {
        return String.join(
                " ",
                "'" + ProcessHandle.current().info().command().orElse("java") + "'",
                "-XX:TieredStopAtLevel=1 -cp",
                "'" + System.getProperty("java.class.path") + "'",
                UserService.class.getName(),
                "{port}",
                nameKey);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        seen.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body
                        + (token == null ? "" : token))
                .strip());
        byte[] answer = ("{\"id\": 1, \"" + nameKey + "\": \"Alice\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
