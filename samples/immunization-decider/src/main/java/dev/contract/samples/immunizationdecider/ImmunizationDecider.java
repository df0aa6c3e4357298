package dev.contract.samples.immunizationdecider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The service: {@code POST /decisions} with {@code {"user_id": "7"}} is answered with 202 and a {@code Location}, where the decision can be
 * fetched once it is done; the pharmacy is told as well.
 *
 * <pre>
 * java -jar immunization-decider.jar --port 8083 --users http://… --history http://… --pharmacy http://…
 * </pre>
 */
public final class ImmunizationDecider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern USER_ID = Pattern.compile("\\w{1,50}");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, Decision> decisions = new ConcurrentHashMap<>();
    private final Options options;
    private final Clock clock;

    private ImmunizationDecider(Options options, Clock clock) throws IOException {
        // Headers and body leave in two writes; without this a client on a kept connection waits for the second one.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        this.options = options;
        this.clock = clock;
        server.createContext("/decisions", this::respond);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts the service as its command line says, and leaves it running. */
    public static void main(String... arguments) throws IOException {
        ImmunizationDecider decider = start(Options.parse(List.of(arguments)), Clock.system(ZoneId.systemDefault()));
        System.out.println("immunization-decider listens on " + decider.url());
    }

    static ImmunizationDecider start(Options options, Clock clock) throws IOException {
        return new ImmunizationDecider(options, clock);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "POST" -> accept(exchange);
                case "GET" -> show(exchange);
                default -> send(exchange, 405, Map.of("error", "only GET and POST"));
            }
        }
    }

    private void accept(HttpExchange exchange) throws IOException {
        Optional<String> userId = userId(exchange);
        if (userId.isEmpty()) {
            send(exchange, 400, Map.of("error", "a decision needs a user_id"));
            return;
        }
        String requestId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Request-ID"))
                .orElseGet(() -> UUID.randomUUID().toString());
        decisions.put(requestId, Decision.pending());
        workers.execute(() -> decisions.put(requestId, decide(userId.get(), new Services(options, requestId))));
        exchange.getResponseHeaders().set("Location", "/decisions/" + requestId);
        send(exchange, 202, Map.of());
    }

    private static Optional<String> userId(HttpExchange exchange) throws IOException {
        try {
            String id = JSON.readTree(exchange.getRequestBody()).path("user_id").asText("");
            return Optional.of(id).filter(each -> USER_ID.matcher(each).matches());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Decision decide(String userId, Services services) {
        try {
            LocalDate today = LocalDate.now(clock);
            LocalDate birth = services.birthDate(userId);
            List<Immunization> history = services.history(userId);
            Decision decision = Decision.of(Stream.of(Vaccine.values())
                    .filter(vaccine -> vaccine.isAvailable(birth, history, today))
                    .toList());
            services.tellPharmacy(userId, decision.available());
            return decision;
        } catch (IOException e) {
            return Decision.failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Decision.failed();
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        String requestId = exchange.getRequestURI().getPath().replaceFirst("^/decisions/?", "");
        Optional<Decision> decision = Optional.ofNullable(decisions.get(requestId));
        if (decision.isPresent()) {
            send(exchange, 200, decision.get());
        } else {
            send(exchange, 404, Map.of("error", "no such decision"));
        }
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
