package dev.contract.broker.access;

import dev.contract.broker.access.AccessSettings.Openness;
import dev.contract.broker.api.Admission;
import dev.contract.broker.api.BaseUrl;
import dev.contract.broker.api.Demand;
import dev.contract.broker.api.Form;
import dev.contract.broker.api.Visitor;
import dev.contract.broker.domain.Role;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request, who sent it, and what it turned out to ask for. One thread at a time. */
final class Visit implements Admission {
    private static final Headers CHALLENGES = Headers.of(Map.of(
            "WWW-Authenticate",
            List.of("Basic realm=\"contract broker\", charset=\"UTF-8\"", "Bearer realm=\"contract broker\"")));
    private static final Headers LATER = Headers.of("Retry-After", Long.toString(FailedLogIns.WINDOW.toSeconds()));

    private static final String FOREIGN =
            "A page of another server may change nothing here. If it is this broker's own page, name its address (--base-url) or have"
                    + " the proxy pass on Host; --cors-origin lists others that may.";
    private static final String TOO_OFTEN =
            "Too many requests came with a wrong password for this name; try again in five minutes.";

    private final HttpRequest request;
    private final String from;
    private final House house;
    private final Credentials credentials;
    private final List<SessionSecret> sent;

    /** What is the same for all visits. */
    record House(
            Register register,
            BrowserSessions sessions,
            FailedLogIns failed,
            FailedLogIns failedRequests,
            AccessSettings settings,
            Browsers browsers,
            List<String> baseUrls) {}

    /** Found out when the routes ask, who know what to answer when the store is away. */
    private @Nullable Sender found;

    private Demand demand = Demand.READ;

    /** A secret that the browser has not yet; null when there is none. */
    private @Nullable SessionSecret fresh;

    /** What the browser is to keep in place of the cookie that it has; null for nothing new. */
    private @Nullable String cookie;

    private Visit(HttpRequest request, String from, House house) {
        this.request = request;
        this.from = from;
        this.house = house;
        this.credentials = Credentials.of(request);
        this.sent = SessionSecret.of(request);
    }

    static Visit of(HttpRequest request, String from, House house) {
        return new Visit(request, from, house);
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
            sender = house.register().sender(credentials, sent);
            found = sender;
        }
        return sender;
    }

    /** A right password is refused as well once too many wrong ones came, or guessing would still tell which one it is. */
    private boolean isGuessedTooOften(Sender sender) {
        if (sender.isUnguarded() || sender.isInSession() || !(credentials instanceof Credentials.Basic basic)) {
            return false;
        }
        boolean isPermitted = house.failedRequests().permit(basic.name(), from);
        if (isPermitted && sender.caller().isPresent()) {
            house.failedRequests().forget(basic.name(), from);
        } else if (isPermitted) {
            Audit.writeFailedLogIn(basic.name(), from);
        }
        return !isPermitted;
    }

    /** Whoever asks whether the broker is there need not wait for its store. */
    private boolean isOpenHeartbeat() {
        return demand == Demand.HEARTBEAT
                && (isOpen(Openness.HEARTBEAT) || house.register().isEmptyAsFarAsKnown());
    }

    private Optional<Denial> denialOfCaller(Sender sender) {
        if (demand == Demand.ASSET || demand == Demand.SESSION) {
            return Optional.empty();
        }
        if (isGuessedTooOften(sender)) {
            return Optional.of(new Denial(429, TOO_OFTEN, LATER));
        }
        if (sender.caller().isEmpty()) {
            return unauthorized("The credentials are not those of any account or token of this broker.");
        }
        Caller who = sender.caller().get();
        if (sender.isUnguarded() || isFree() || who.mayDo(needed(demand))) {
            return Optional.empty();
        }
        return who.role() == null
                ? unauthorized("This needs an account or a token that may " + word(needed(demand)) + ".")
                : forbidden(who.name() + " may " + word(who.role())
                        + " here; this needs an account or a token that may " + word(needed(demand)) + ".");
    }

    private boolean isFree() {
        return switch (demand) {
            case ASSET, SESSION -> true;
            case HEARTBEAT -> isOpen(Openness.HEARTBEAT);
            case BADGE -> isOpen(Openness.BADGES);
            case READ -> isOpen(Openness.READING);
            case WRITE, ADMIN -> false;
        };
    }

    private boolean isOpen(Openness part) {
        Set<Openness> open = house.settings().open();
        return open.contains(part) || open.contains(Openness.READING);
    }

    private Role needed(Demand asked) {
        return switch (asked) {
            case ASSET, SESSION, HEARTBEAT, BADGE, READ -> Role.READ;
            case WRITE -> Role.WRITE;
            case ADMIN -> house.register().ruling();
        };
    }

    @Override
    public boolean permits(Demand asked) {
        Sender sender = sender();
        return sender.isUnguarded()
                || sender.caller().filter(who -> who.mayDo(needed(asked))).isPresent();
    }

    private static String word(Role role) {
        return role == Role.ADMIN ? "administer" : role.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Denial> denialOfPage(Sender sender) {
        if (sender.isUnguarded()
                && !house.settings().insecureOpen()
                && house.browsers().isMisled(request)) {
            return forbidden(
                    "A browser asks for " + request.headers().first("Host").orElse("")
                            + ", and this broker serves its own machine only; if the name is its own, say so with --base-url.");
        }
        if (!demand.changesSomething()) {
            return Optional.empty();
        }
        if (house.browsers().isForeign(request)) {
            return forbidden(FOREIGN);
        }
        if (isByForm(sender) && !hasFormToken()) {
            return forbidden(
                    "This does not come from a form of this session. Go back, load the page again, and try once more.");
        }
        return credentials instanceof Credentials.Basic
                        && !isByForm(sender)
                        && house.browsers().remembersPasswords(request)
                ? forbidden("A browser may only read with a name and a password: it would send them for every page.")
                : Optional.empty();
    }

    /** Whether a cookie is all that speaks for it. */
    private boolean isByForm(Sender sender) {
        return sender.isInSession() || (demand == Demand.SESSION && !sender.isUnguarded());
    }

    private boolean hasFormToken() {
        String token = request.headers().first(Visitor.FORM_TOKEN_HEADER).orElseGet(() -> Form.of(request)
                .value(Visitor.FORM_TOKEN));
        return secret().filter(secret -> Digest.areEqual(secret.formToken(), token))
                .isPresent();
    }

    @Override
    public Optional<Visitor> visitor() {
        return sender().isUnguarded() ? Optional.empty() : Optional.of(new Guest());
    }

    /** Who sends the request, as far as a browser can remember that. */
    private final class Guest implements Visitor {
        @Override
        public Optional<String> loggedIn() {
            return Optional.of(sender())
                    .filter(Sender::isInSession)
                    .flatMap(Sender::caller)
                    .map(Caller::name);
        }

        @Override
        public boolean isKnown() {
            return sender().caller().filter(caller -> caller.role() != null).isPresent();
        }

        /** A browser without a secret gets one with the form. It is not that of the session which may follow. */
        @Override
        public String formToken() {
            return secret().orElseGet(Visit.this::freshSecret).formToken();
        }

        @Override
        public LogIn logIn(String name, String password) {
            if (!house.failed().permit(name, from)) {
                return LogIn.TOO_OFTEN;
            }
            Optional<BrowserSessions.Begun> begun =
                    house.failed().attempt(name, from, () -> house.sessions().begin(name, password));
            if (begun.isEmpty()) {
                Audit.writeFailedLogIn(name, from);
            }
            begun.ifPresent(session -> {
                endSession();
                found = Sender.inSession(session.caller(), session.secret());
                cookie = session.secret().cookie(baseUrl(), BrowserSessions.LIFE);
            });
            return begun.isPresent() ? LogIn.DONE : LogIn.REFUSED;
        }

        @Override
        public void logOut() {
            endSession();
            cookie = SessionSecret.noCookie(baseUrl());
        }

        private void endSession() {
            sender().session().ifPresent(house.sessions()::end);
        }
    }

    /** That of the session; without one the first that was sent, by which its browser is known again. */
    private Optional<SessionSecret> secret() {
        return sender().session().or(() -> sent.stream().findFirst());
    }

    private SessionSecret freshSecret() {
        SessionSecret secret = fresh;
        if (secret == null) {
            secret = SessionSecret.random();
            fresh = secret;
            cookie = secret.cookie(baseUrl());
        }
        return secret;
    }

    private String baseUrl() {
        return BaseUrl.of(request, house.baseUrls());
    }

    /** The answer with what the browser is to remember, and not to show to others who use it. */
    HttpResponse remembered(HttpResponse answer) {
        Sender sender = found;
        HttpResponse own = sender != null && sender.isInSession() && demand != Demand.ASSET
                ? answer.withHeader("Cache-Control", "no-store")
                : answer;
        return cookie == null ? own : own.withHeader("Set-Cookie", cookie);
    }

    private static Optional<Denial> unauthorized(String text) {
        return Optional.of(new Denial(401, text, CHALLENGES));
    }

    private static Optional<Denial> forbidden(String text) {
        return Optional.of(new Denial(403, text, Headers.EMPTY));
    }

    /** Who changes an unguarded broker of one machine need not be told. */
    void log(HttpResponse answer) {
        if (demand.changesSomething()) {
            Sender sender = found == null ? Sender.ANYBODY : found;
            Audit.write(sender.isUnguarded(), sender.caller().orElse(Caller.NOBODY), request, answer.status(), from);
        }
    }
}
