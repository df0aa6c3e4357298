package dev.contract.core.lint;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two requests of which each is accepted where the other is expected, in the same provider states: neither a stub nor a provider can know
 * which response is meant. That the same request is answered differently in different states is what states are for.
 */
final class LookAlikeCheck implements Check {
    private static final String CODE = "LINT-ALIKE";

    /** Pairs grow with the square of what a file holds; so many take a few seconds. */
    private static final int MOST_COMPARISONS = 1_000_000;

    /** Comparing answers as well takes this many times as long, and leaves a finding behind. */
    private static final int COST_OF_ANSWERS = 500;

    @Override
    public void check(ContractFile file, Report report) {
        Map<Object, Lane> lanes = new HashMap<>();
        Comparisons comparisons = new Comparisons(report);
        for (Exchange exchange : file.exchanges()) {
            if (exchange.interaction() instanceof HttpInteraction http) {
                Candidate candidate =
                        new Candidate(exchange, http, file.contract().version());
                lanes.computeIfAbsent(candidate.states(), states -> new Lane()).add(candidate, comparisons);
            }
        }
    }

    /** Requests of one method in the same states. One without rules is taken for another only where both say the same. */
    private static final class Lane {
        private final List<Candidate> all = new ArrayList<>();
        private final List<Candidate> openPaths = new ArrayList<>();
        private final Map<String, List<Candidate>> byPath = new HashMap<>();
        private final Map<String, List<Candidate>> ruledByPath = new HashMap<>();
        private final Map<Object, List<Candidate>> byContent = new HashMap<>();

        void add(Candidate candidate, Comparisons comparisons) {
            similar(candidate)
                    .takeWhile(other -> comparisons.mayGoOn(candidate))
                    .forEach(other -> comparisons.compare(other, candidate));
            all.add(candidate);
            String path = candidate.request.path();
            if (candidate.hasOpenPath()) {
                openPaths.add(candidate);
                return;
            }
            list(byPath, path).add(candidate);
            (candidate.isRuled() ? list(ruledByPath, path) : list(byContent, candidate.content())).add(candidate);
        }

        private Stream<Candidate> similar(Candidate candidate) {
            if (candidate.hasOpenPath()) {
                return all.stream();
            }
            String path = candidate.request.path();
            Stream<Candidate> samePath = candidate.isRuled()
                    ? list(byPath, path).stream()
                    : Stream.concat(list(byContent, candidate.content()).stream(), list(ruledByPath, path).stream());
            return Stream.concat(samePath, openPaths.stream());
        }

        private static <K> List<Candidate> list(Map<K, List<Candidate>> map, K key) {
            return map.computeIfAbsent(key, it -> new ArrayList<>());
        }
    }

    /** The comparisons of one file, as many as it may cost. */
    private static final class Comparisons {
        private final Report report;
        private int left = MOST_COMPARISONS;
        private boolean stopped;

        Comparisons(Report report) {
            this.report = report;
        }

        /** False once there were too many, which is told at the interaction where it ended. */
        boolean mayGoOn(Candidate candidate) {
            if (left <= 0 && !stopped) {
                stopped = true;
                report.warning(
                        CODE,
                        "too many requests are similar: from here on nobody looked whether they can be told apart",
                        candidate.exchange.place(),
                        null,
                        "split the file, or give interactions paths or provider states of their own");
            }
            return left > 0;
        }

        void compare(Candidate one, Candidate other) {
            left--;
            if (one.accepts(other) && other.accepts(one) && !one.isNamesakeOf(other)) {
                left -= COST_OF_ANSWERS;
                tell(one, other, report);
            }
        }
    }

    private static void tell(Candidate one, Candidate other, Report report) {
        String found = "the other one is " + one.exchange.place();
        if (one.contradicts(other) && other.contradicts(one)) {
            report.error(
                    CODE,
                    "two interactions cannot be told apart by their requests, and no answer can be that of both",
                    other.exchange.place(),
                    found,
                    "give one of them a provider state, or let their requests differ in a value without a rule");
        } else {
            report.warning(
                    CODE,
                    "two interactions cannot be told apart by their requests, so a stub always answers as one of them",
                    other.exchange.place(),
                    found,
                    "make one interaction of them, or give one of them a provider state");
        }
    }

    private static final class Candidate {
        private final Exchange exchange;
        private final HttpInteraction interaction;
        private final SpecVersion version;
        private final HttpRequest request;
        private final RequestPlan plan;
        private final ActualBody body;

        Candidate(Exchange exchange, HttpInteraction interaction, SpecVersion version) {
            this.exchange = exchange;
            this.interaction = interaction;
            this.version = version;
            this.request = interaction.request().example();
            this.plan = PlanCompiler.request(interaction.request(), version);
            this.body = ActualBody.of(request.body(), request.headers());
        }

        /** Method and states, whatever their order. */
        Object states() {
            Set<ProviderState> states = new HashSet<>(exchange.states());
            return List.of(request.method(), states);
        }

        boolean hasOpenPath() {
            return interaction.request().rules().single(Category.PATH).isPresent();
        }

        boolean isRuled() {
            return !interaction.request().rules().isEmpty();
        }

        /** What is compared when there are no rules, headers left out. */
        Object content() {
            Object said = exchange.parts()
                    .get(0)
                    .json()
                    .<Object>map(json -> json)
                    .orElseGet(() -> request.body().text());
            return List.of(request.path(), request.query(), said);
        }

        boolean accepts(Candidate other) {
            return plan.accepts(other.request, other.body);
        }

        boolean isNamesakeOf(Candidate other) {
            return interaction.description().equals(other.interaction.description())
                    && exchange.states().equals(other.exchange.states());
        }

        /** Whether the answer of another one is wrong here, and not only too little. */
        boolean contradicts(Candidate other) {
            return PlanCompiler.response(interaction.response(), version)
                    .match(other.interaction.response().example())
                    .mismatches()
                    .stream()
                    .anyMatch(mismatch -> mismatch.missingKeys().isEmpty() && mismatch.actual() != null);
        }
    }
}
