package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.tls.Tls;
import dev.contract.provider.tls.TlsFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * The way to a broker over HTTP or HTTPS.
 *
 * <pre>{@code
 * var broker = new BrokerClient(HttpBrokerTransport.to("https://broker.example").bearer(token).build(), "https://broker.example");
 * }</pre>
 *
 * <p>Asks again when the broker is busy or away; follows no redirects, so that credentials go to the given address only. An answer has at most 64 MiB
 * and 5 minutes. Thread-safe.
 */
public final class HttpBrokerTransport implements BrokerTransport, AutoCloseable {
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private final String base;
    private final Map<String, String> headers;
    private final Retries retries;
    private final Duration longest;
    private final CloseableHttpClient client;

    private HttpBrokerTransport(Builder settings) {
        this.base = settings.base;
        this.headers = Map.copyOf(settings.headers);
        this.retries = new Retries(settings.retries, settings.pause, settings.log);
        this.longest = settings.longest;
        this.client = client(settings);
    }

    /**
     * A way to the broker at a base URL, with or without a slash at its end.
     *
     * @throws ContractException if the text is no URL of HTTP or HTTPS
     */
    public static Builder to(String baseUrl) {
        return new Builder(baseUrl);
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query().encoded();
        String url = base + request.path() + query;
        try {
            URI target = new URI(url);
            return retries.run(() -> exchange(message(request, target)));
        } catch (URISyntaxException e) {
            throw new BrokerException(
                    Problem.error("CONTRACT-BROKER", "a link of the broker is no URL")
                            .at(url)
                            .found(String.valueOf(e.getMessage())),
                    e);
        } catch (IOException e) {
            throw new BrokerException(
                    unreachable(request.method() + " " + url, URI.create(base).getHost(), e), e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException("the HTTP client cannot be closed", e);
        }
    }

    /** Whatever comes how slowly: an answer has an end. One that has none is not asked for again. */
    private HttpResponse exchange(HttpUriRequestBase message) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Future<?> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    message.cancel();
                },
                CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return client.execute(message, response -> received(message, response));
        } catch (IOException e) {
            throw late.get() ? new TooMuch("no whole answer within " + longest.toSeconds() + " s") : e;
        } finally {
            watch.cancel(false);
        }
    }

    /** The connection of an answer that is too large is cut: to close its body would be to read it to its end. */
    private static HttpResponse received(HttpUriRequestBase message, ClassicHttpResponse response) throws IOException {
        try {
            return response(response);
        } catch (TooMuch e) {
            message.cancel();
            throw e;
        }
    }

    private HttpUriRequestBase message(HttpRequest request, URI url) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), url);
        request.headers().forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
        headers.forEach(message::setHeader);
        if (request.body().isPresent()) {
            message.setEntity(new ByteArrayEntity(request.body().bytes(), null));
        }
        return message;
    }

    private static HttpResponse response(ClassicHttpResponse response) throws IOException {
        Headers.Builder fields = Headers.builder();
        for (Header header : response.getHeaders()) {
            fields.add(header.getName(), header.getValue());
        }
        Headers built = fields.build();
        Body body = Body.of(bytes(response.getEntity()), built.contentType().orElse(null));
        return new HttpResponse(response.getCode(), built, body);
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        byte[] bytes = entity.getContent().readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new TooMuch("the answer is larger than " + LARGEST_ANSWER + " bytes");
        }
        return bytes;
    }

    private static Problem unreachable(String place, String host, IOException e) {
        Problem problem =
                Problem.error("CONTRACT-BROKER", "the broker cannot be reached").at(place);
        if (e instanceof SSLException) {
            TlsFailure failure = TlsFailure.of(e, host);
            return problem.found("no TLS connection: " + failure.why())
                    .mend(failure.mend(
                            "trust its certificate (SSL_CERT_FILE names a PEM file), or check the address",
                            "show one (X509_CLIENT_CERT_FILE and X509_CLIENT_KEY_FILE name PEM files)"));
        }
        if (e instanceof UnknownHostException) {
            return problem.found("no such host: " + e.getMessage()).mend("check the address");
        }
        return problem.found(String.valueOf(e.getMessage())).mend("check the address, and that the broker runs");
    }

    private static CloseableHttpClient client(Builder settings) {
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .build());
        if (settings.base.startsWith("https:")) {
            connections.setTlsSocketStrategy(tls(settings.tls));
        }
        HttpClientBuilder client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .build())
                .setUserAgent("contract")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement();
        if (settings.proxy != null) {
            client.setProxy(HttpHost.create(settings.proxy));
        }
        return client.build();
    }

    private static TlsSocketStrategy tls(Tls tls) {
        ClientTlsStrategyBuilder builder = ClientTlsStrategyBuilder.create().setSslContext(tls.context());
        if (tls.trustsAnybody()) {
            builder.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
            builder.setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        }
        return builder.buildClassic();
    }

    /** An answer without an end; the next one would have none either. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        private TooMuch(String message) {
            super(message);
        }
    }

    /** How to reach a broker. One thread at a time. */
    public static final class Builder {
        private final String base;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private int retries = 8;
        private Retries.Pause pause = Retries.Pause.REAL;
        private Duration longest = LONGEST_ANSWER;
        private Consumer<String> log = line -> {};
        private Tls tls = Tls.DEFAULT;
        private @Nullable URI proxy;

        private Builder(String baseUrl) {
            this.base = checked(baseUrl);
        }

        /** The base URL without a slash at its end. */
        public String base() {
            return base;
        }

        /** Sends a user name and a password with every request. */
        public Builder basic(String username, String password) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        /** Sends a token with every request. */
        public Builder bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        /** Sends a header with every request, in place of one that the client would send. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** How often to ask again when the broker is busy or away, also where nobody listens; 8 times unless told otherwise. */
        public Builder retries(int times) {
            this.retries = times;
            return this;
        }

        /** Called with one sentence before every wait for another attempt. */
        public Builder onRetry(Consumer<String> line) {
            this.log = line;
            return this;
        }

        /** Trusts the certificates of a PEM file, beside those the JVM trusts. */
        public Builder trusting(Path pemFile) {
            this.tls = tls.trusting(pemFile);
            return this;
        }

        /** Checks no certificate: whoever answers is taken for the broker. */
        public Builder trustingAnybody() {
            this.tls = tls.trustingAnybody();
            return this;
        }

        /** Shows a certificate of its own; both files in PEM form, the key as PKCS#8 without a password. */
        public Builder clientCertificate(Path certificate, Path key) {
            this.tls = tls.showing(certificate, key);
            return this;
        }

        /** Goes through a proxy: {@code http://proxy.example:3128}. */
        public Builder proxy(URI address) {
            this.proxy = address;
            return this;
        }

        Builder pause(Retries.Pause other) {
            this.pause = other;
            return this;
        }

        /** How long a whole answer may take. */
        Builder longest(Duration answer) {
            this.longest = answer;
            return this;
        }

        public HttpBrokerTransport build() {
            return new HttpBrokerTransport(this);
        }

        private static String checked(String url) {
            try {
                URI uri = new URI(url.strip());
                boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
                if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                    return url.strip().replaceAll("/+$", "");
                }
            } catch (URISyntaxException e) {
                // The problem below says so.
            }
            throw new ContractException(Problem.error("CONTRACT-BROKER", "this is no address of a broker")
                    .found(url.replaceAll("//[^/@]*@", "//…@"))
                    .mend("write it as https://broker.example, without query; user name and password are given apart"));
        }
    }
}
