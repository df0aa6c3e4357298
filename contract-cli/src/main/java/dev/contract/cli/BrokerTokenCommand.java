package dev.contract.cli;

import dev.contract.broker.access.TokenSecret;
import dev.contract.broker.domain.AccessToken;
import dev.contract.broker.domain.AccessTokens;
import dev.contract.broker.domain.Role;
import dev.contract.broker.store.SqlStore;
import dev.contract.cli.console.Console;
import dev.contract.cli.console.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract broker token}: works on the broker's database, whether the broker runs or not. */
@Command(description = "Make, list and revoke the tokens of a broker, which may be running.")
final class BrokerTokenCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@/-]{1,100}");
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([dh])");

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "create|list|revoke",
            description = "What to do; a new token is printed once, and only its digest is kept.")
    private Action action = Action.LIST;

    @Option(names = "--name", paramLabel = "NAME", order = 1, description = "Whose token it is, as \"ci\".")
    private @Nullable String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            order = 2,
            description = "What it is good for: read, write or admin; each includes those before it.")
    private @Nullable Role role;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            order = 3,
            description = "How long it is valid, as 90d or 12h. Without it: until it is revoked.")
    private @Nullable String expires;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    private enum Action {
        CREATE,
        LIST,
        REVOKE
    }

    BrokerTokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return switch (action) {
            case CREATE -> create();
            case LIST -> list();
            case REVOKE -> revoke();
        };
    }

    private int create() {
        AccessToken token = newToken(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        TokenSecret secret = TokenSecret.random();
        if (!change(tokens -> tokens.add(token, secret.digest()))) {
            throw new WrongUsage(
                    "there is a token named " + token.name() + " already: revoke it, or take another name");
        }
        Console console = surroundings.console();
        console.result(secret.text());
        console.tell("This is all that is ever seen of it. It may " + word(token.role()) + until(token)
                + "; clients take it from PACT_BROKER_TOKEN.");
        return ExitCode.YES;
    }

    private AccessToken newToken(Instant now) {
        if (role == null) {
            throw new WrongUsage("say what the token is good for: --role read, write or admin");
        }
        return new AccessToken(name(), role, now, expires == null ? null : now.plus(time(expires)));
    }

    private String name() {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new WrongUsage("say whose token it is: --name with up to 100 letters, digits, and any of . _ @ / -");
        }
        return name;
    }

    private static Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new WrongUsage("--expires takes a number of days or hours, as 90d or 12h, not " + text);
        }
        long number = Long.parseLong(time.group(1));
        return time.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private int list() {
        Table table = new Table("NAME", "ROLE", "CREATED", "EXPIRES");
        Instant now = Instant.now();
        List<AccessToken> all =
                with(store -> store.read(kept -> kept.accessTokens().all()));
        all.forEach(token -> table.row(
                token.name(),
                token.role().name().toLowerCase(Locale.ROOT),
                token.createdAt().toString(),
                Objects.toString(token.expiresAt(), "never") + (token.isValid(now) ? "" : " (expired)")));
        surroundings.console().result(table.toString());
        return ExitCode.YES;
    }

    private int revoke() {
        String revoked = name();
        if (!change(tokens -> tokens.delete(revoked))) {
            throw new WrongUsage("there is no token named " + revoked + ": \"contract broker token list\" shows all");
        }
        surroundings.console().result("Revoked: " + revoked);
        return ExitCode.YES;
    }

    private static String word(Role role) {
        return role == Role.ADMIN ? "administer" : role.name().toLowerCase(Locale.ROOT);
    }

    private static String until(AccessToken token) {
        return token.expiresAt() == null ? "" : " until " + token.expiresAt();
    }

    private boolean change(Function<AccessTokens, Boolean> change) {
        return with(store -> store.write(kept -> change.apply(kept.accessTokens())));
    }

    private <T> T with(Function<SqlStore, T> work) {
        try (SqlStore store = SqlStore.open(database.address(surroundings))) {
            return work.apply(store);
        }
    }
}
