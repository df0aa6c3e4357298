package dev.contract.cli;

import dev.contract.provider.Verifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a running provider is reached: further addresses, whom to trust, through whom, and how long it may take. */
@Command
final class ReachOptions {
    /** Never meant by the variables that name a proxy. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    @Option(
            names = "--transport",
            paramLabel = "NAME=URL",
            order = 7,
            description = "Another address of the provider, for interactions that name this transport; with {port} as"
                    + " for --state-url. May be repeated.")
    private List<String> transports = new ArrayList<>();

    @Mixin
    private TlsOptions tlsOptions = new TlsOptions();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            order = 7,
            description = "Reach the provider through this proxy, but for hosts in NO_PROXY. Default: HTTP_PROXY or"
                    + " HTTPS_PROXY, but for this machine.")
    private @Nullable String proxy;

    @Option(
            names = "--time-limit",
            paramLabel = "[TEXT=]SECONDS",
            order = 31,
            description = "How long one request may take; with a text, for interactions whose description contains it."
                    + " May be repeated. Default: 10.")
    private List<String> timeLimits = new ArrayList<>();

    /**
     * Whether the options go together.
     *
     * @throws WrongUsage if they do not
     */
    void check(ServiceOptions service) {
        tlsOptions.check();
        timeLimits.forEach(TimeLimit::parse);
        transports.forEach(each -> service.checkPort(
                "--transport", NamedValue.parse("--transport", each, '=').value()));
    }

    /** Tells a verifier all of it. */
    void applyTo(Verifier verifier, ServiceOptions.Service service, Surroundings surroundings) {
        transports.stream()
                .map(each -> NamedValue.parse("--transport", each, '='))
                .forEach(each -> verifier.at(each.name(), service.fillIn(each.value())));
        timeLimits.stream().map(TimeLimit::parse).forEach(each -> each.applyTo(verifier));
        tlsOptions.applyTo(verifier, surroundings);
        addProxy(verifier, service.url(), Proxies.of(surroundings.variables()));
    }

    private void addProxy(Verifier verifier, String url, Proxies variables) {
        List<String> direct = variables.direct();
        if (proxy != null) {
            verifier.proxy(proxy, direct.toArray(String[]::new));
            return;
        }
        variables
                .addressFor(url)
                .ifPresent(named -> verifier.proxy(
                        named, Stream.concat(direct.stream(), LOOPBACK.stream()).toArray(String[]::new)));
    }

    /** The options that reach the same provider later. */
    List<String> replayOptions() {
        List<String> words = new ArrayList<>();
        transports.forEach(each -> ServiceOptions.addOption(words, "--transport", each));
        words.addAll(tlsOptions.replayOptions());
        ServiceOptions.addOption(words, "--proxy", proxy);
        timeLimits.forEach(each -> ServiceOptions.addOption(words, "--time-limit", each));
        return words;
    }

    /**
     * A limit that an option gives.
     *
     * @throws WrongUsage if it is no whole number of seconds
     */
    static Duration seconds(String option, String text) {
        if (!text.strip().matches("0*[1-9]\\d{0,5}")) {
            throw new WrongUsage(option + " is a whole number of seconds, at least 1, not \"" + text + "\"");
        }
        return Duration.ofSeconds(Long.parseLong(text.strip()));
    }

    /** @param description null for all interactions */
    private record TimeLimit(@Nullable String description, Duration limit) {
        static TimeLimit parse(String text) {
            int equals = text.lastIndexOf('=');
            return new TimeLimit(
                    equals < 0 ? null : text.substring(0, equals), seconds("--time-limit", text.substring(equals + 1)));
        }

        void applyTo(Verifier verifier) {
            if (description == null) {
                verifier.timeLimit(limit);
            } else {
                verifier.timeLimit(description, limit);
            }
        }
    }
}
