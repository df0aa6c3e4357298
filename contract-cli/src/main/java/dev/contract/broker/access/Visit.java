package dev.contract.broker.access;

import dev.contract.broker.access.AccessSettings.Openness;
import dev.contract.broker.api.Admission;
import dev.contract.broker.api.Demand;
import dev.contract.broker.domain.Role;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, who sent it, and what it turned out to ask for. One thread at a time. */
final class Visit implements Admission {
    private static final List<String> CHALLENGES =
            List.of("Basic realm=\"contract broker\", charset=\"UTF-8\"", "Bearer realm=\"contract broker\"");

    private final HttpRequest request;
    private final Credentials credentials;
    private final Register register;
    private final AccessSettings settings;
    private final Browsers browsers;

    /** Found out when the routes ask, who know what to answer when the store is away. */
    private @Nullable Sender found;

    private Demand demand = Demand.READ;

    private Visit(HttpRequest request, Register register, AccessSettings settings, Browsers browsers) {
        this.request = request;
        this.credentials = Credentials.of(request);
        this.register = register;
        this.settings = settings;
        this.browsers = browsers;
    }

    static Visit of(HttpRequest request, Register register, AccessSettings settings, Browsers browsers) {
        return new Visit(request, register, settings, browsers);
    }

    @Override
    public Optional<Denial> denial(Demand asked) {
        demand = asked;
        if (isOpenHeartbeat()) {
            return Optional.empty();
        }
        Sender sender = sender();
        return denialOfCaller(sender).or(() -> denialOfPage(sender));
    }

    private Sender sender() {
        Sender sender = found;
        if (sender == null) {
            sender = register.sender(credentials);
            found = sender;
        }
        return sender;
    }

    /** Whoever asks whether the broker is there need not wait for its store. */
    private boolean isOpenHeartbeat() {
        return demand == Demand.HEARTBEAT && (isOpen(Openness.HEARTBEAT) || register.isEmptyAsFarAsKnown());
    }

    private Optional<Denial> denialOfCaller(Sender sender) {
        if (sender.caller().isEmpty()) {
            return unauthorized("The credentials are not those of any account or token of this broker.");
        }
        Caller who = sender.caller().get();
        if (sender.isUnguarded() || isFree() || who.mayDo(needed())) {
            return Optional.empty();
        }
        return who.role() == null
                ? unauthorized("This needs an account or a token that may " + word(needed()) + ".")
                : forbidden(who.name() + " may " + word(who.role())
                        + " here; this needs an account or a token that may " + word(needed()) + ".");
    }

    private boolean isFree() {
        return switch (demand) {
            case ASSET -> true;
            case HEARTBEAT -> isOpen(Openness.HEARTBEAT);
            case BADGE -> isOpen(Openness.BADGES);
            case READ -> isOpen(Openness.READING);
            case WRITE, ADMIN -> false;
        };
    }

    private boolean isOpen(Openness part) {
        return settings.open().contains(part) || settings.open().contains(Openness.READING);
    }

    private Role needed() {
        return switch (demand) {
            case ASSET, HEARTBEAT, BADGE, READ -> Role.READ;
            case WRITE -> Role.WRITE;
            case ADMIN -> register.ruling();
        };
    }

    private static String word(Role role) {
        return role == Role.ADMIN ? "administer" : role.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Denial> denialOfPage(Sender sender) {
        if (sender.isUnguarded() && !settings.insecureOpen() && browsers.isMisled(request)) {
            return forbidden(
                    "A browser asks for " + request.headers().first("Host").orElse("")
                            + ", and this broker serves its own machine only; if the name is its own, say so with --base-url.");
        }
        if (!demand.changesSomething()) {
            return Optional.empty();
        }
        if (browsers.isForeign(request)) {
            return forbidden("A page of another server may change nothing here; --cors-origin lists those that may.");
        }
        return credentials instanceof Credentials.Basic && browsers.remembersPasswords(request)
                ? forbidden("A browser may only read with a name and a password: it would send them for every page.")
                : Optional.empty();
    }

    private static Optional<Denial> unauthorized(String text) {
        return Optional.of(new Denial(401, text, CHALLENGES));
    }

    private static Optional<Denial> forbidden(String text) {
        return Optional.of(new Denial(403, text, List.of()));
    }

    /** Who changes an unguarded broker of one machine need not be told. */
    void log(HttpResponse answer, String from) {
        if (demand.changesSomething()) {
            Sender sender = found == null ? Sender.ANYBODY : found;
            Audit.write(sender.isUnguarded(), sender.caller().orElse(Caller.NOBODY), request, answer.status(), from);
        }
    }
}
