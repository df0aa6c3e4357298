package dev.contract.broker.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to where the rules permit it. Thread-safe.
 *
 * <p>Connections are made directly, without the proxies of the system, because a proxy would look up the host by itself; and none is kept,
 * because the next request may be judged differently.
 */
public final class Egress implements AutoCloseable {
    /** How long an exchange may take, redirects included. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int MOST_REDIRECTS = 3;
    private static final int LARGEST_BODY = 16_384;
    private static final int MOST_CONNECTIONS = 64;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> REPEATING = Set.of(307, 308);

    /** What may be told to a host that the user has not named. */
    private static final Set<String> TOLD_EVERYBODY = Set.of("accept", "content-type", "user-agent");

    private final EgressRules rules;
    private final NameService names;
    private final Duration longest;
    private @Nullable CloseableHttpClient client;

    public Egress(EgressRules rules) {
        this(rules, NameService.SYSTEM, LONGEST);
    }

    Egress(EgressRules rules, NameService names, Duration longest) {
        this.rules = rules;
        this.names = names;
        this.longest = longest;
    }

    public EgressRules rules() {
        return rules;
    }

    /** Sends a request and follows up to three redirects. */
    public Outcome send(Outgoing request) {
        Optional<String> refusal = rules.refusesMethod(request.method());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Exchange exchange = new Exchange();
        Future<?> watch = CompletableFuture.runAsync(
                exchange::end, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return exchange.follow(request);
        } finally {
            watch.cancel(false);
        }
    }

    /** One request with the redirects that follow. */
    private final class Exchange {
        private final List<String> places = new ArrayList<>();
        private final AtomicBoolean late = new AtomicBoolean();
        private volatile @Nullable HttpUriRequestBase current;

        void end() {
            late.set(true);
            HttpUriRequestBase running = current;
            if (running != null) {
                running.cancel();
            }
        }

        Outcome follow(Outgoing request) {
            Outgoing next = request;
            while (true) {
                Outcome outcome = sendOnce(next);
                Optional<String> location =
                        outcome instanceof Outcome.Answered answer ? location(answer) : Optional.empty();
                if (location.isEmpty()) {
                    return outcome;
                }
                if (places.size() == MOST_REDIRECTS) {
                    return new Outcome.Refused("more than " + MOST_REDIRECTS + " redirects");
                }
                places.add(location.get());
                try {
                    next = redirected(next, location.get(), ((Outcome.Answered) outcome).status());
                } catch (URISyntaxException | IllegalArgumentException e) {
                    return new Outcome.Refused("a redirect to what is no URL");
                }
            }
        }

        private Outcome sendOnce(Outgoing request) {
            URI url;
            try {
                url = new URI(request.url());
            } catch (URISyntaxException e) {
                return new Outcome.Refused("the URL cannot be read: " + e.getReason());
            }
            Optional<String> refusal = rules.refuses(url);
            return refusal.isPresent() ? new Outcome.Refused(told(refusal.get())) : sendTo(url, request);
        }

        private String told(String why) {
            return places.isEmpty() ? why : "redirected to " + places.get(places.size() - 1) + ": " + why;
        }

        private Outcome sendTo(URI url, Outgoing request) {
            try {
                HttpUriRequestBase message = message(url, request);
                current = message;
                if (late.get()) {
                    return new Outcome.Unreachable(lateness());
                }
                return client().execute(message, response -> received(message, response));
            } catch (RefusedAddress e) {
                return new Outcome.Refused(told(String.valueOf(e.getMessage())));
            } catch (IOException | RuntimeException e) {
                return new Outcome.Unreachable(
                        late.get() || e instanceof SocketTimeoutException ? lateness() : told(reason(e)));
            }
        }

        private String lateness() {
            return "no answer within "
                    + (longest.toMillis() % 1000 == 0 ? longest.toSeconds() + " s" : longest.toMillis() + " ms");
        }

        /** The connection is cut rather than closed where more would come: to close a body is to read it to its end. */
        private Outcome received(HttpUriRequestBase message, ClassicHttpResponse response) throws IOException {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Header header : response.getHeaders()) {
                headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
            }
            byte[] body = body(response.getEntity());
            if (body.length > LARGEST_BODY) {
                message.cancel();
            }
            return new Outcome.Answered(response.getCode(), headers, text(body), places);
        }

        /** A status that has come counts, whatever becomes of the body behind it. */
        private byte[] body(@Nullable HttpEntity entity) {
            if (entity == null) {
                return new byte[0];
            }
            try {
                return entity.getContent().readNBytes(LARGEST_BODY + 1);
            } catch (IOException e) {
                return new byte[0];
            }
        }
    }

    private static String text(byte[] body) {
        boolean whole = body.length <= LARGEST_BODY;
        String text = new String(body, 0, Math.min(body.length, LARGEST_BODY), StandardCharsets.UTF_8);
        return whole ? text : text + "…";
    }

    private static Optional<String> location(Outcome.Answered answer) {
        return REDIRECTS.contains(answer.status())
                ? answer.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Location"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.empty();
    }

    /** Only 307 and 308 ask for the same request again; what belongs to one place is not told to another. */
    private static Outgoing redirected(Outgoing request, String location, int status) throws URISyntaxException {
        URI from = new URI(request.url());
        URI to = from.resolve(new URI(location));
        Map<String, String> headers = new TreeMap<>(request.headers());
        if (!origin(from).equals(origin(to))) {
            headers.keySet().removeIf(name -> !TOLD_EVERYBODY.contains(name.toLowerCase(Locale.ROOT)));
        }
        return REPEATING.contains(status)
                ? new Outgoing(request.method(), to.toString(), headers, request.body())
                : new Outgoing("GET", to.toString(), headers, null);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static HttpUriRequestBase message(URI url, Outgoing request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method().toUpperCase(Locale.ROOT), url);
        request.headers().forEach(message::addHeader);
        String body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        return message;
    }

    private static String reason(Exception e) {
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage();
        }
        return (e instanceof SSLException ? "no TLS connection: " : "") + e.getMessage();
    }

    /** Made when it is first needed: a broker without webhooks never pays for it. */
    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    private CloseableHttpClient newClient() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new JudgingResolver())
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                        .setConnectionRequestTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("contract-broker")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** The addresses that a connection is made to are these very ones: they are looked up here and nowhere else. */
    private final class JudgingResolver implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = names.addresses(host);
            for (InetAddress address : addresses) {
                Optional<String> refusal = rules.refuses(host, address);
                if (refusal.isPresent()) {
                    throw new RefusedAddress(refusal.get());
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return Objects.requireNonNull(host);
        }
    }

    private static final class RefusedAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        RefusedAddress(String why) {
            super(why);
        }
    }
}
