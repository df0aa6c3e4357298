package dev.contract.lint;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.RequestPlan;
import dev.contract.core.model.Category;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import dev.contract.lint.LintFinding.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two requests of which each is accepted where the other is expected, in the same provider states: neither a stub nor a provider can know
 * which response is meant. That the same request is answered differently in different states is what states are for.
 */
final class LookAlikeCheck implements Check {
    private static final String CODE = "LINT-ALIKE";

    /** Pairs grow with the square of what a file holds; so many take a few seconds. */
    private static final int MOST_COMPARISONS = 1_000_000;

    /** How many of a group are named; the others are counted. */
    private static final int MOST_NAMED = 5;

    /** Comparing answers as well takes this many times as long, and happens for each pair that is alike. */
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
        comparisons.tell();
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
        private final Map<Candidate, Group> groups = new LinkedHashMap<>();
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
            Group group = groups.get(one);
            boolean told = group != null && group.excluding && group == groups.get(other);
            if (!told && one.accepts(other) && other.accepts(one) && !one.isNamesakeOf(other)) {
                left -= COST_OF_ANSWERS;
                Group joined = group(one).join(group(other), one.excludes(other));
                joined.members.forEach(member -> groups.put(member, joined));
            }
        }

        private Group group(Candidate candidate) {
            return groups.getOrDefault(candidate, new Group(List.of(candidate), false));
        }

        void tell() {
            groups.values().stream().distinct().forEach(group -> group.tell(report));
        }
    }

    /** Interactions each of which is taken for another one of them. */
    private static final class Group {
        private final List<Candidate> members;

        /** Whether there are two of which each refuses the other's answer. */
        private final boolean excluding;

        Group(List<Candidate> members, boolean excluding) {
            this.members = members;
            this.excluding = excluding;
        }

        Group join(Group other, boolean exclude) {
            List<Candidate> all = new ArrayList<>(members);
            if (other != this) {
                all.addAll(other.members);
            }
            return new Group(all, excluding || other.excluding || exclude);
        }

        void tell(Report report) {
            boolean two = members.size() == 2;
            String what = (two ? "two" : String.valueOf(members.size()))
                    + " interactions cannot be told apart by their requests, ";
            String one = two ? "one of them" : "all but one of them";
            Place place = members.get(1).exchange.place();
            if (excluding) {
                report.error(
                        CODE,
                        what + "and no answer can be that of " + (two ? "both" : "all"),
                        place,
                        others(),
                        "give " + one + " a provider state, or let their requests differ in a value without a rule");
            } else {
                report.warning(
                        CODE,
                        what + "so a stub always answers as one of them",
                        place,
                        others(),
                        "make one interaction of them, or give " + one + " a provider state");
            }
        }

        private String others() {
            List<Candidate> others = new ArrayList<>(members);
            others.remove(1);
            String named = others.stream()
                    .limit(MOST_NAMED)
                    .map(each -> each.exchange.place().toString())
                    .collect(Collectors.joining("; "));
            int more = others.size() - MOST_NAMED;
            return (others.size() == 1 ? "the other one is " : "the others are ")
                    + named
                    + (more > 0 ? "; and " + more + " more" : "");
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

        /** Whether no answer can be that of both. */
        boolean excludes(Candidate other) {
            return contradicts(other) && other.contradicts(this);
        }

        /** Whether the answer of another one is wrong here, and not only too little. */
        private boolean contradicts(Candidate other) {
            return PlanCompiler.response(interaction.response(), version)
                    .match(other.interaction.response().example())
                    .mismatches()
                    .stream()
                    .anyMatch(mismatch -> mismatch.missingKeys().isEmpty() && mismatch.actual() != null);
        }
    }
}
