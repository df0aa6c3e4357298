package dev.contract.cli;

import dev.contract.consumer.answer.StateHeader;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.consumer.tls.StubTls;
import dev.contract.core.generating.Seed;
import dev.contract.standalone.PerProvider;
import dev.contract.standalone.StandaloneSettings;
import dev.contract.standalone.StandaloneSettings.Control;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where and how a stub that stands alone serves. */
@Command
final class StubOptions {
    private static final Pattern PATH = Pattern.compile("(/[^/?#\\s]+)+");

    @Option(
            names = "--port",
            paramLabel = "[PROVIDER=]N",
            order = 10,
            description =
                    "Where to listen; with a name, where this provider alone is served; 0 for any free port (PORT)."
                            + " May be repeated. Default: 0.")
    private List<String> ports = new ArrayList<>();

    @Option(
            names = "--prefix",
            paramLabel = "PROVIDER=PATH",
            order = 11,
            description = "Serve a provider below a path, such as user-service=/users. May be repeated.")
    private List<String> prefixes = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            order = 12,
            description = "The address to listen at. Default: 127.0.0.1, which only this machine can reach.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port-file",
            paramLabel = "FILE",
            order = 13,
            description =
                    "Write the port into this file once it listens; PROVIDER=N on each line where there are several.")
    private @Nullable String portFile;

    @Option(
            names = "--state-header",
            paramLabel = "NAME",
            order = 14,
            description = "A header in which requests may name a provider state: only its interactions answer then.")
    private @Nullable String stateHeader;

    @Option(
            names = "--cors",
            order = 15,
            description = "Answer preflight requests of browsers, and let any origin read the answers.")
    private boolean cors;

    @Option(
            names = "--https",
            order = 15,
            description = "Speak TLS, with a certificate that is made for localhost unless --key-store gives one.")
    private boolean https;

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            order = 15,
            description = "A PKCS#12 or JKS file with key and certificates for --https.")
    private @Nullable String keyStore;

    @Option(
            names = "--key-store-password",
            paramLabel = "PASSWORD",
            order = 15,
            description = "Its password (CONTRACT_STUB_KEY_STORE_PASSWORD).")
    private String keyStorePassword = "";

    @Option(
            names = "--certificate-file",
            paramLabel = "FILE",
            order = 15,
            description = "Write what clients of --https have to trust into this PEM file.")
    private @Nullable String certificateFile;

    @Option(names = "--http2", order = 15, description = "Speak HTTP/2 with clients that want it.")
    private boolean http2;

    @Option(names = "--gzip", order = 15, description = "Compress bodies for clients that take gzip.")
    private boolean gzip;

    @Option(
            names = "--proxy-unmatched",
            paramLabel = "[PROVIDER=]URL",
            order = 16,
            description = "Pass requests that no contract has on to a real service. May be repeated.")
    private List<String> upstreams = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            order = 17,
            description = "Makes the random values in answers. Default: 0.")
    private long seed;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            order = 18,
            description =
                    "Only who brings this bearer token may steer the stub (CONTRACT_STUB_TOKEN); needed to serve at"
                            + " another than a loopback address.")
    private @Nullable String token;

    @Option(names = "--no-control", order = 19, description = "Nobody may steer the stub.")
    private boolean noControl;

    StandaloneSettings settings(Surroundings surroundings) {
        Map<String, String> named = named("--port", ports);
        Map<String, Integer> own = new LinkedHashMap<>();
        named.forEach((provider, port) -> own.put(provider, port(port)));
        Integer common = own.remove("");
        StubSettings stub = transport(surroundings)
                .withHost(host)
                .withPort(common == null ? 0 : common)
                .withCors(cors)
                .withSeed(new Seed(seed));
        return StandaloneSettings.DEFAULT
                .withStub(stub)
                .withPorts(own)
                .withPrefixes(paths())
                .withUpstreams(realServices())
                .withStates(stateHeader == null ? null : new StateHeader(stateHeader))
                .withControl(control());
    }

    private StubSettings transport(Surroundings surroundings) {
        if (!https && (keyStore != null || certificateFile != null)) {
            throw new WrongUsage((keyStore == null ? "--certificate-file" : "--key-store") + " belongs to --https");
        }
        StubSettings settings = StubSettings.DEFAULT.withHttp2(http2).withGzip(gzip);
        if (!https) {
            return settings;
        }
        StubTls tls =
                keyStore == null ? StubTls.generated() : StubTls.of(surroundings.path(keyStore), keyStorePassword);
        if (certificateFile != null) {
            WholeFile.write(surroundings.path(certificateFile), tls.trustPem());
        }
        return settings.withTls(tls);
    }

    @Nullable
    String portFile() {
        return portFile;
    }

    /** The values by the names before them, which those for all providers have not; a URL may have an equals sign of its own. */
    private static Map<String, String> named(String option, List<String> texts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            int scheme = text.indexOf("://");
            boolean hasName = equals >= 0 && (scheme < 0 || equals < scheme);
            String name = hasName ? text.substring(0, equals).strip() : "";
            if (hasName && name.isEmpty()) {
                throw new WrongUsage(option + " " + text + " names no provider before its =");
            }
            named.put(name, hasName ? text.substring(equals + 1).strip() : text);
        }
        return named;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is no port is
        }
        throw new WrongUsage("--port is a number from 0 to 65535, with or without PROVIDER= before it, not " + text);
    }

    private Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String text : prefixes) {
            NamedValue value = NamedValue.parse("--prefix", text, '=');
            String path = value.value().replaceFirst("/$", "");
            if (!PATH.matcher(path).matches()) {
                throw new WrongUsage("--prefix needs a path that begins with a slash, such as /users, not " + text);
            }
            paths.put(value.name(), path);
        }
        return paths;
    }

    private PerProvider<String> realServices() {
        Map<String, String> named = named("--proxy-unmatched", upstreams);
        String otherwise = named.remove("");
        return new PerProvider<>(otherwise, named);
    }

    private Control control() {
        if (noControl && token != null) {
            throw new WrongUsage("--no-control and --control-token exclude each other");
        }
        return new Control(!noControl, token);
    }
}
