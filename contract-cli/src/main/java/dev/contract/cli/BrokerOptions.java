package dev.contract.cli;

import static java.util.stream.Collectors.joining;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.broker.HttpBrokerTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which broker, and as whom; the same for every command that speaks to one. */
@Command
final class BrokerOptions {
    static final String DEFAULT_DATABASE = "contract-broker.db";

    @Option(
            names = {"-b", "--broker-base-url"},
            paramLabel = "URL",
            order = 100,
            description =
                    "The broker (PACT_BROKER_BASE_URL); or file:DIR, a directory of files that a team has in git and"
                            + " that needs no server. Without it: a local file, see --database.")
    private @Nullable String baseUrl;

    @Option(
            names = {"-u", "--broker-username"},
            paramLabel = "NAME",
            order = 101,
            description = "User name at the broker (PACT_BROKER_USERNAME).")
    private @Nullable String username;

    @Option(
            names = {"-p", "--broker-password"},
            paramLabel = "PASSWORD",
            order = 102,
            description = "Its password (PACT_BROKER_PASSWORD).")
    private @Nullable String password;

    @Option(
            names = {"-k", "--broker-token"},
            paramLabel = "TOKEN",
            order = 103,
            description = "A bearer token instead (PACT_BROKER_TOKEN).")
    private @Nullable String token;

    @Option(
            names = "--custom-header",
            paramLabel = "'NAME: VALUE'",
            order = 104,
            description = "A header of every request to the broker. May be repeated.")
    private List<String> headers = new ArrayList<>();

    @Mixin
    private BrokerTlsOptions tls = new BrokerTlsOptions();

    @Option(
            names = "--retries",
            paramLabel = "N",
            order = 107,
            description =
                    "How often to ask a broker that is busy or away again, pausing 0.5 s and twice as long each time"
                            + " (PACT_BROKER_HTTP_RETRIES). Default: 8.")
    private @Nullable Integer retries;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            order = 108,
            description = "The local file that is used when there is no broker (CONTRACT_BROKER_DATABASE)."
                    + " Default: ./" + DEFAULT_DATABASE + ".")
    private @Nullable String database;

    /**
     * Takes a name with a password behind a colon out of the user name, where it means something else. No account has a colon in its name, so
     * that this one is the variable's.
     */
    Optional<String> takePair(Surroundings surroundings) {
        String pair = username;
        if (pair == null || pair.indexOf(':') < 0) {
            return Optional.empty();
        }
        username = surroundings.variable("PACT_BROKER_USERNAME");
        return Optional.of(pair);
    }

    /** Whether the local file stands in for a broker, which nobody named. */
    boolean isLocal() {
        return baseUrl == null;
    }

    /** Whether a text is the URL of something in the broker. */
    boolean covers(String text) {
        String base = baseUrl == null || LocalBroker.isDirectory(baseUrl)
                ? LocalBroker.BASE
                : baseUrl.strip().replaceAll("/+$", "");
        return text.startsWith(base + "/");
    }

    /** The options that lead a later command to the same broker; who asks is not written down. */
    List<String> replayOptions(Surroundings surroundings) {
        List<String> words = new ArrayList<>();
        if (baseUrl != null && !baseUrl.equals(surroundings.variable("PACT_BROKER_BASE_URL"))) {
            words.addAll(List.of("--broker-base-url", baseUrl));
        }
        if (baseUrl == null && !Objects.equals(database, surroundings.variable("CONTRACT_BROKER_DATABASE"))) {
            ServiceOptions.addOption(words, "--database", database);
        }
        return words;
    }

    /** A command as somebody has to type it to reach the same broker; who asks is not written down. */
    String typed(String command, Surroundings surroundings) {
        return replayOptions(surroundings).stream()
                .map(BrokerOptions::word)
                .collect(joining(" ", command + " ", ""))
                .stripTrailing();
    }

    private static String word(String text) {
        return text.matches("[A-Za-z0-9_./:@%+,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The way to a broker that is there: who only asks makes none. To be closed. */
    BrokerAccess openToAsk(Surroundings surroundings) {
        return openToAsk(surroundings, "");
    }

    /**
     * As {@link #openToAsk(Surroundings)}.
     *
     * @param otherwise what the user may have meant in place of a broker, as advice; may be empty
     * @throws ContractException if neither a broker is named nor a local one is there
     */
    BrokerAccess openToAsk(Surroundings surroundings, String otherwise) {
        String first = otherwise.isEmpty() ? "" : otherwise + "; or ";
        if (baseUrl == null) {
            mustBeThere(
                    surroundings,
                    localFile(),
                    first + "name the broker that is meant with --broker-base-url or"
                            + " PACT_BROKER_BASE_URL, or its file with --database; contract publish begins a new one in this file");
        } else if (LocalBroker.isDirectory(baseUrl)) {
            mustBeThere(
                    surroundings,
                    LocalBroker.directory(baseUrl),
                    first + "check the name of the directory; contract publish begins a new broker in it");
        }
        return open(surroundings);
    }

    /** @throws ContractException if there is neither a file nor a directory of this name */
    static void mustBeThere(Surroundings surroundings, String name, String mend) {
        Path path = surroundings.path(name);
        if (Files.notExists(path)) {
            throw new ContractException(Problem.error("CONTRACT-BROKER", "there is no broker yet that could be asked")
                    .at(name)
                    .found("nothing at " + path.toAbsolutePath().normalize())
                    .mend(mend));
        }
    }

    private String localFile() {
        return database == null ? DEFAULT_DATABASE : database;
    }

    /** The way to the broker, which begins here if there is none; to be closed. */
    BrokerAccess open(Surroundings surroundings) {
        if (baseUrl == null) {
            return openLocal(surroundings, localFile());
        }
        if (LocalBroker.isDirectory(baseUrl)) {
            return openDirectory(surroundings, baseUrl);
        }
        HttpBrokerTransport.Builder transport = transport(baseUrl, surroundings);
        return BrokerAccess.over(transport);
    }

    /** A new file is worth a word: perhaps a broker was meant. */
    private static BrokerAccess openLocal(Surroundings surroundings, String name) {
        Path file = surroundings.path(name);
        if (Files.notExists(file)) {
            surroundings.console().tell("No broker is named (PACT_BROKER_BASE_URL): using the new file " + name + ".");
        }
        return LocalBroker.open(file);
    }

    /** So is a new directory: perhaps another one was meant. */
    private static BrokerAccess openDirectory(Surroundings surroundings, String url) {
        String name = LocalBroker.directory(url);
        Path directory = surroundings.path(name);
        if (Files.notExists(directory)) {
            surroundings
                    .console()
                    .tell("There is no directory " + name + " yet: it is made when something is written to it.");
        }
        return LocalBroker.ofDirectory(directory, surroundings.console());
    }

    private HttpBrokerTransport.Builder transport(String url, Surroundings surroundings) {
        HttpBrokerTransport.Builder transport = HttpBrokerTransport.to(url).onRetry(surroundings.console()::tell);
        if (retries != null) {
            transport.retries(retries);
        }
        if (token != null) {
            transport.bearer(token);
        } else if (username != null) {
            transport.basic(username, password == null ? "" : password);
        }
        headers.stream()
                .map(header -> NamedValue.parse("--custom-header", header, ':'))
                .forEach(header -> transport.header(header.name(), header.value()));
        tls.applyTo(transport, surroundings);
        Proxies.of(surroundings.variables()).forUrl(url).ifPresent(transport::proxy);
        return transport;
    }
}
