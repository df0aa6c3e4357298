package dev.contract.draft;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drafts a contract of samples.
 *
 * <pre>{@code
 * Draft draft = Drafting.contract("order-service", "user-service", samples, DraftSettings.DEFAULT);
 * byte[] file = ContractWriter.write(draft.contract());
 * }</pre>
 *
 * <p>The contract accepts every sample, but for those that its problems name. The same samples in the same order give the same contract.
 * Thread-safe: nothing is kept between calls.
 */
public final class Drafting {
    private static final String CODE = "CONTRACT-DRAFT";

    /** Whoever answers one request in more ways than this is not understood by looking on. */
    private static final int MOST_CASES = 12;

    /** One request that comes in more ways than this is compared with the first of them only: each has to be with all others. */
    private static final int MOST_COMPARED = 200;

    private static final int LONGEST_BODY = 1 << 20;
    private static final int MOST_SEGMENTS = 500;
    private static final int SHOWN = 200;

    private final DraftSettings settings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<HttpInteraction> drafted = new ArrayList<>();
    private final Map<Request, List<Integer>> alike = new LinkedHashMap<>();
    private final Map<String, Integer> secrets = new LinkedHashMap<>();
    private final Map<String, Integer> descriptions = new HashMap<>();

    private Drafting(DraftSettings settings) {
        this.settings = settings;
    }

    /** The contract between a consumer, which sent the requests, and a provider, which answered them. */
    public static Draft contract(String consumer, String provider, List<Sample> samples, DraftSettings settings) {
        Drafting drafting = new Drafting(settings);
        drafting.draft(samples);
        return new Draft(Contract.of(consumer, provider, drafting.drafted), drafting.problems, drafting.secrets);
    }

    /** What a contract says of a response that is an example for others of its kind. */
    public static ResponsePart response(HttpResponse example, DraftSettings settings) {
        Seen seen = Seen.of(new Sample(HttpRequest.of("GET", "/"), example));
        return ExchangeDraft.answered(List.of(seen), settings).part();
    }

    /** The same request with examples in place of its secrets, and rules by which the real ones are accepted. */
    public static RequestPart withoutSecrets(RequestPart part, DraftSettings settings) {
        return Redacted.request(part, settings);
    }

    /**
     * Requests that one interaction may be made of. Those of another kind are never taken for them: where the one has a word in its path and
     * the other a place for any, the word is none of those that came there.
     */
    private record Request(Route route, String query, String body) {
        static Request of(Route route, Seen seen) {
            List<String> query =
                    seen.request().query().names().stream().sorted().toList();
            return new Request(route, String.join("&", query), seen.asked().kind());
        }
    }

    /** What one interaction may be made of. */
    private record Kind(Request request, int status, String answered) {
        static Kind of(Route route, Seen seen) {
            return new Kind(
                    Request.of(route, seen),
                    seen.response().status(),
                    seen.answered().kind());
        }

        Route route() {
            return request.route();
        }

        String query() {
            return request.query();
        }

        boolean succeeded() {
            return status / 100 == 2;
        }
    }

    private void draft(List<Sample> samples) {
        List<Seen> usable =
                samples.stream().filter(this::isUsable).map(Seen::of).toList();
        List<Route> routes = Routes.of(usable, settings.redact());
        Map<Kind, List<Seen>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < usable.size(); i++) {
            kinds.computeIfAbsent(Kind.of(routes.get(i), usable.get(i)), kind -> new ArrayList<>())
                    .add(usable.get(i));
        }
        kinds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Kind, List<Seen>> entry) ->
                                !entry.getKey().succeeded())
                        .thenComparing(entry -> -entry.getValue().size()))
                .forEach(entry -> draft(entry.getKey(), entry.getValue()));
        tellApart();
    }

    /** Browsers ask for permission on their own account. */
    private static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS") && request.headers().has("Access-Control-Request-Method");
    }

    private boolean isUsable(Sample sample) {
        HttpRequest request = sample.request();
        if (isPreflight(request)) {
            return false;
        }
        String reason = whyNot(request, sample.response());
        if (!reason.isEmpty()) {
            leftOut(
                    request.method() + " " + Shortened.to(SHOWN, Secrets.url(request.path())),
                    reason,
                    "write this interaction by hand, in a consumer test");
        }
        return reason.isEmpty();
    }

    /** Why nothing is made of an exchange; empty when something is. */
    private static String whyNot(HttpRequest request, HttpResponse response) {
        if (request.method().matches("CONNECT|TRACE") || response.status() < 200) {
            return "it is about the connection";
        }
        if (request.headers().contentType().filter(ContentType::isMultipart).isPresent()) {
            return "its body has parts, whose borders differ from request to request";
        }
        if (isLong(request.body()) || isLong(response.body())) {
            return "a body of it is longer than " + LONGEST_BODY + " bytes";
        }
        return request.path().split("/", -1).length > MOST_SEGMENTS
                ? "its path has more than " + MOST_SEGMENTS + " segments"
                : "";
    }

    private static boolean isLong(Body body) {
        return body.bytes().length > LONGEST_BODY;
    }

    private void leftOut(String request, String found, String mend) {
        problems.add(Problem.warning(CODE, "an exchange stands in no interaction")
                .at(request)
                .found(found)
                .mend(mend));
    }

    /** What the first draft refuses of its own samples becomes another interaction. */
    private void draft(Kind kind, List<Seen> samples) {
        List<Seen> left = samples;
        for (int i = 0; i < MOST_CASES && !left.isEmpty(); i++) {
            ExchangeDraft draft = ExchangeDraft.of(kind.route(), left, settings);
            List<Seen> refused = refused(draft, left);
            if (refused.size() == left.size() && left.size() > 1) {
                draft = ExchangeDraft.of(kind.route(), left.subList(0, 1), settings);
                refused = refused(draft, left);
            }
            if (refused.size() == left.size()) {
                break;
            }
            add(kind, draft);
            left = refused;
        }
        if (!left.isEmpty()) {
            leftOut(
                    kind.route() + ", " + left.size() + " times",
                    "requests or answers that have less in common than " + MOST_CASES + " interactions could say",
                    "record fewer kinds of requests at a time");
        }
    }

    private static List<Seen> refused(ExchangeDraft draft, List<Seen> samples) {
        RequestPlan request = PlanCompiler.request(draft.request(), SpecVersion.V4);
        ResponsePlan response = PlanCompiler.response(draft.response(), SpecVersion.V4);
        return samples.stream()
                .filter(each -> !request.match(each.request()).matches()
                        || !response.match(each.response()).matches())
                .toList();
    }

    private void add(Kind kind, ExchangeDraft draft) {
        String description = description(kind);
        alike.computeIfAbsent(kind.request(), request -> new ArrayList<>()).add(drafted.size());
        drafted.add(draft.interaction(description));
        draft.secrets().forEach(place -> secrets.merge(place, 1, Integer::sum));
        draft.unsaid()
                .forEach(place -> problems.add(Problem.warning(
                                CODE,
                                "values of such different kinds came that no rule holds them all, so the contract says nothing of them")
                        .at("\"" + description + "\", " + place)
                        .mend("declare an interaction for each kind, in a consumer test")));
    }

    private String description(Kind kind) {
        String query = kind.query().isEmpty() ? "" : "?" + kind.query();
        String words = kind.route() + query + (kind.succeeded() ? "" : " is answered with " + kind.status());
        int count = descriptions.merge(words, 1, Integer::sum);
        return count == 1 ? words : words + ", case " + count;
    }

    /** Where two requests are each taken for the other, only a state of the provider tells which answer is meant. */
    private void tellApart() {
        for (List<Integer> places : alike.values()) {
            List<Recognised> stateless = new ArrayList<>();
            for (int place : places) {
                HttpInteraction interaction = drafted.get(place);
                Recognised own = Recognised.by(interaction);
                if (stateless.stream().limit(MOST_COMPARED).anyMatch(own::isAlike)) {
                    drafted.set(place, inState(interaction));
                } else {
                    stateless.add(own);
                }
            }
        }
    }

    /** A request, and what recognises it. */
    private record Recognised(HttpRequest example, RequestPlan plan) {
        static Recognised by(HttpInteraction interaction) {
            RequestPart request = interaction.request();
            return new Recognised(request.example(), PlanCompiler.request(request, SpecVersion.V4));
        }

        boolean isAlike(Recognised other) {
            return plan.match(other.example()).matches()
                    && other.plan().match(example).matches();
        }
    }

    private static HttpInteraction inState(HttpInteraction interaction) {
        return new HttpInteraction(
                interaction.description(),
                List.of(ProviderState.of(interaction.description())),
                interaction.request(),
                interaction.response(),
                interaction.annotations());
    }
}
