package dev.contract.provider;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Quoted;
import dev.contract.core.problem.Shortened;
import dev.contract.core.report.Finding;
import dev.contract.core.report.MismatchReport;
import dev.contract.core.secret.Secrets;
import dev.contract.provider.Turn.Holder;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.target.HttpUrl;
import dev.contract.provider.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a user needs about one failure, on at most 15 lines.
 *
 * <pre>
 * FAILED  order-service → user-service: a request for user user123
 *   where   contracts/order-service-user-service.json:12:5, UserClientTest.finds_an_existing_user (UserClientTest.java:31)
 *   state   "user user123 exists"
 *   body    $.name: Expected a value such as "Alice", but there is no such key; perhaps renamed to "full_name"
 *   repeat  curl -i -H 'Accept: application/json' http://127.0.0.1:8080/users/user123
 *   replay  contract verify contracts/order-service-user-service.json --provider user-service --url …
 * </pre>
 */
final class FailureReport {
    private static final int LINES = 15;
    private static final int LONGEST_LINE = 500;

    /** The lines that every report may need beside its differences: headline, where, state, note, answer, repeat, replay. */
    private static final int FRAME = 7;

    /** What could not be generated is often why a request missed; more of it is in the warnings. */
    private static final int MOST_HINTS = 2;

    private static final int LONGEST_ANSWER = 200;

    /** What the service wrote last: less where there are differences, which tell more. */
    private static final int LOG_LINES = 3;

    private static final int LONGEST_LOG_LINE = 200;

    private final LocatedContract source;
    private final Interaction interaction;
    private final Settings settings;
    private final Replayed replayed;

    FailureReport(LocatedContract source, Interaction interaction, Settings settings, Replayed replayed) {
        this.source = source;
        this.interaction = interaction;
        this.settings = settings;
        this.replayed = replayed;
    }

    /**
     * A report of what differs.
     *
     * @param which of several answers it is, with a comma before it; empty when there is only one
     */
    String failed(MismatchReport differences, String which, Answer answer) {
        List<String> log = LastWords.last(LOG_LINES, replayed.log());
        Facts facts = declared("FAILED", which);
        differences.addTo(facts, LINES - FRAME - log.size() - hints().size(), "--report json=FILE has all");
        return ending(facts.add("answer", unforeseen(differences, answer)), log);
    }

    /** Where it leads to and how its body begins, when it is another thing altogether: an error page often says what went wrong. */
    private static @Nullable String unforeseen(MismatchReport differences, Answer answer) {
        boolean other = differences.findings().stream()
                .map(Finding::part)
                .anyMatch(part -> part.equals(Kind.STATUS.text()) || part.equals(Kind.BODY_CONTENT_TYPE.text()));
        if (!other) {
            return null;
        }
        List<String> parts = Stream.of(answer.location(), answer.text())
                .flatMap(Optional::stream)
                .map(FailureReport::beginning)
                .toList();
        return parts.isEmpty() ? null : String.join(" / ", parts);
    }

    private static String beginning(String text) {
        String start = oneLine(text.substring(0, Math.min(text.length(), 2 * LONGEST_LINE)));
        return Secrets.masked(start.length() <= LONGEST_ANSWER ? start : start.substring(0, LONGEST_ANSWER) + "…");
    }

    String errored(String reason) {
        Facts facts = declared("ERROR", "")
                .add("wanted", interaction.fold(new Awaited()).orElse(null))
                .add("error", oneLine(reason));
        return ending(facts, replayed.log());
    }

    private static String logLine(String line) {
        return oneLine(
                Secrets.masked(line.length() <= LONGEST_LOG_LINE ? line : line.substring(0, LONGEST_LOG_LINE) + "…"));
    }

    private Facts declared(String verdict, String which) {
        Facts facts = new Facts((isPending() ? "PENDING" : verdict) + "  " + ContractResult.title(source.contract())
                        + ": " + oneLine(interaction.description()))
                .add("where", where() + which)
                .add("state", states())
                .add("note", notes());
        hints().forEach(hint -> facts.add("hint", hint));
        return facts;
    }

    boolean isPending() {
        return source.pending() || interaction.annotations().pending();
    }

    private String ending(Facts facts, List<String> log) {
        String name = "log";
        for (String line : log) {
            facts.add(name, logLine(line));
            name = "";
        }
        return facts.add("repeat", replayed.curl().map(this::withNote).orElse(null))
                .add("replay", replay())
                .toString();
    }

    /** A service that the command line started is gone when somebody reads this, and its port with it. */
    private String withNote(String curl) {
        return settings.replayOptions().contains("--start")
                ? curl + "  # stopped by now: start the provider, and use its port"
                : curl;
    }

    /** What of the contract could not be used, and so may be the reason. */
    private List<String> hints() {
        return replayed.warnings().stream()
                .limit(MOST_HINTS)
                .map(problem ->
                        oneLine(Secrets.masked(problem.what() + (problem.mend() == null ? "" : ": " + problem.mend()))))
                .toList();
    }

    /** {@code web.json:37:9, interaction "get a user"}. */
    String place() {
        return place(source, interaction);
    }

    static String place(LocatedContract source, Interaction interaction) {
        return location(source, interaction) + ", interaction " + Quoted.text(interaction.description());
    }

    private static String location(LocatedContract source, Interaction interaction) {
        Location location = interaction.annotations().location();
        return Secrets.url(location == null ? source.name() : location.toString());
    }

    private String where() {
        JsonObject comments = interaction.annotations().comments();
        return location(source, interaction)
                + comments.string("testname").map(name -> ", " + oneLine(name)).orElse("")
                + comments.string("testline")
                        .map(line -> " (" + oneLine(line) + ")")
                        .orElse("");
    }

    private @Nullable String states() {
        List<ProviderState> states = interaction.states();
        return states.isEmpty()
                ? null
                : Secrets.masked(
                        oneLine(states.stream().map(FailureReport::state).collect(Collectors.joining(", "))));
    }

    static String state(ProviderState state) {
        String name = Quoted.text(state.name());
        return state.parameters().isEmpty()
                ? name
                : name + " " + state.parameters().toJson();
    }

    /** What the author of the interaction wrote beside it. */
    private @Nullable String notes() {
        List<String> texts = interaction.annotations().comments().array("text").stream()
                .flatMap(array -> array.stream())
                .flatMap(value -> value.asString().stream())
                .toList();
        return texts.isEmpty() ? null : oneLine(String.join(" / ", texts));
    }

    /**
     * By the command line where it ran; a test's states and settings stand in its code, so it is narrowed there. Random values are the
     * same then.
     */
    private String replay() {
        List<String> replayOptions = settings.replayOptions();
        if (replayOptions.isEmpty()) {
            String seed = replayed.random() ? " and .seed(" + settings.seed() + ")" : "";
            String names = order().stream().map(Quoted::text).collect(Collectors.joining(", "));
            return "add " + (replayed.before().isEmpty() ? ".only(" : ".inOrder(") + names + ")" + seed
                    + " to the Verifier";
        }
        List<String> words = new ArrayList<>(List.of("contract", "verify"));
        if (isNamedByUser()) {
            sources()
                    .map(LocatedContract::address)
                    .distinct()
                    .map(FailureReport::address)
                    .forEach(words::add);
        }
        words.addAll(List.of("--provider", source.contract().provider()));
        List<String> consumers =
                sources().map(each -> each.contract().consumer()).distinct().toList();
        if (!isNamedByUser() && consumers.size() == 1) {
            words.addAll(List.of("--consumer", source.contract().consumer()));
        }
        replayOptions.stream()
                .map(word -> HttpUrl.looksLike(word) ? Secrets.url(word) : Secrets.masked(word))
                .forEach(words::add);
        order().forEach(name -> words.addAll(List.of(replayed.before().isEmpty() ? "--only" : "--in-order", name)));
        if (replayed.random()) {
            words.addAll(List.of("--seed", settings.seed().toString()));
        }
        return words.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /** Of a URL without its query, which is often a key or a signature, whatever its name. */
    private static String address(String address) {
        int query = HttpUrl.looksLike(address) ? address.indexOf('?') : -1;
        return Secrets.url(query < 0 ? address : address.substring(0, query + 1) + Secrets.MASK);
    }

    /** The descriptions of what has to be replayed to see the failure again. */
    private List<String> order() {
        return Stream.concat(replayed.before().stream().map(Holder::interaction), Stream.of(interaction))
                .map(Interaction::description)
                .toList();
    }

    /** Where they stand, the own contract first. */
    private Stream<LocatedContract> sources() {
        return Stream.concat(Stream.of(source), replayed.before().stream().map(Holder::source));
    }

    /** Otherwise a broker chose it, will choose it again, and its address is nothing for a human eye; only a broker gives links. */
    private boolean isNamedByUser() {
        return source.name().equals(source.address()) || source.links().isEmpty();
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " / ").replaceAll("\\p{Cntrl}", "\uFFFD");
        return Shortened.to(LONGEST_LINE, line);
    }

    /** What came, as far as its block may show it. */
    record Answer(Body body, Optional<ContentType> type, Optional<String> location) {
        static Answer of(HttpResponse response) {
            return new Answer(
                    response.body(),
                    response.headers().contentType(),
                    response.headers().first("Location").map(target -> "Location: " + target));
        }

        static Answer of(Body message) {
            return new Answer(message, message.contentType(), Optional.empty());
        }

        private Optional<String> text() {
            boolean shown = body.isPresent() && !Transcript.isBinary(body, type.orElse(null));
            return shown ? Optional.of(body.text()) : Optional.empty();
        }
    }

    /** What was to come, for an interaction that got no answer to judge. */
    private static final class Awaited implements Interaction.Cases<Optional<String>> {
        @Override
        public Optional<String> http(HttpInteraction exchange) {
            HttpRequest request = exchange.request().example();
            return Optional.of("status " + exchange.response().example().status() + " for "
                    + oneLine(Secrets.masked(request.method() + " " + Target.pathAndQuery(request))));
        }

        @Override
        public Optional<String> asyncMessage(AsyncMessage message) {
            return Optional.empty();
        }

        @Override
        public Optional<String> syncMessage(SyncMessage message) {
            return Optional.empty();
        }
    }
}
