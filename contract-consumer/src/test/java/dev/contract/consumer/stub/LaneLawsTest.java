package dev.contract.consumer.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.answer.Terms;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.generating.Seed;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever answers a request is who would answer it if all were tried, one after the other. */
class LaneLawsTest {
    private static final int CASES = Integer.getInteger("law.cases", 20);

    private static final List<String> RULED =
            List.of("$", "$.id", "$.user", "$.user.name", "$.items", "$.items[0]", "$.items[*].sku", "$.*");

    private final Circumstances circumstances = new Circumstances(
            new Seed(1), UnaryOperator.identity(), new Scenarios(), new Held(), new OptionalDuty(), new Showing());

    /** Requests and expectations of few values, so that many are alike. */
    private record Requests(SplittableRandom random, int values) {
        private int any() {
            return random.nextInt(values);
        }

        private boolean chance(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }

        HttpRequest request() {
            HttpRequest request = HttpRequest.of("POST", "/orders");
            request = chance(4) ? request.withHeader("X-Tenant", "t" + any()) : request;
            request = chance(4) ? request.withHeader("Accept", "application/vnd.v" + any() + "+json;q=1") : request;
            request = chance(4) ? request.withQuery(Query.parse("page=" + any())) : request;
            request = chance(12) ? request : request.withHeader("Content-Type", "application/json");
            return switch (random.nextInt(16)) {
                case 0 -> request;
                case 1 -> request.withBody(Body.text("id=" + any(), ContentType.FORM));
                case 2 -> request.withBody(Body.text("[" + any() + "]", null));
                default -> request.withBody(Body.text(json(), null));
            };
        }

        private String json() {
            String id = chance(9) ? any() + ".0" : "" + any();
            return "{\"id\":" + id + ",\"user\":{\"name\":\"n" + any() + "\"},\"items\":["
                    + "{\"sku\":\"A\"},".repeat(random.nextInt(2)) + "{\"sku\":\"s" + any() + "\"}]"
                    + (chance(3) ? ",\"note\":" + any() : "") + "}";
        }

        Candidate candidate(String name, Circumstances circumstances) {
            MatchingRules rules = MatchingRules.NONE;
            for (int i = random.nextInt(3); i > 0; i--) {
                String path = RULED.get(random.nextInt(RULED.size()));
                rules = rules.with(Category.BODY, path, RuleGroup.of(MatchingRule.of("type")));
            }
            rules = chance(9) ? rules.with(Category.PATH, "", RuleGroup.of(MatchingRule.regex("/.*"))) : rules;
            HttpInteraction interaction = new HttpInteraction(
                    name,
                    List.of(),
                    RequestPart.of(request(), rules, Generators.NONE),
                    ResponsePart.of(HttpResponse.of(200)),
                    Annotations.NONE);
            Terms terms = chance(9) ? Terms.OF_CONTRACT.withPriority(any() - 1) : Terms.OF_CONTRACT;
            return new Candidate(interaction, SpecVersion.V4, terms, circumstances);
        }
    }

    @Test
    void the_first_that_accepts_is_found_without_trying_all() {
        AtomicInteger answered = new AtomicInteger();
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Requests requests = new Requests(random, 2 + random.nextInt(40));
            Lane lane = new Lane();
            List<Candidate> declared = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                change(lane, declared, requests, i);
                if (i % 10 == 9) {
                    for (int asked = 0; asked < 10; asked++) {
                        HttpRequest request = requests.request();
                        Candidate expected = first(declared, request);
                        assertThat(find(lane, request))
                                .as("%s, at seed %d among %d", request, seed, declared.size())
                                .isSameAs(expected);
                        answered.addAndGet(expected == null ? 0 : 1);
                    }
                }
            }
        }

        assertThat(answered).hasValueGreaterThan(CASES * 20);
    }

    private void change(Lane lane, List<Candidate> declared, Requests requests, int number) {
        if (requests.chance(20) && !declared.isEmpty()) {
            lane.remove(declared.remove(requests.random().nextInt(declared.size())));
        } else {
            Candidate added = requests.candidate("interaction " + number, circumstances);
            lane.add(added);
            declared.add(added);
        }
    }

    private static @Nullable Candidate find(Lane lane, HttpRequest request) {
        return lane.find(request, ActualBody.of(request.body(), request.headers()));
    }

    private static @Nullable Candidate first(List<Candidate> declared, HttpRequest request) {
        ActualBody body = ActualBody.of(request.body(), request.headers());
        return declared.stream()
                .sorted(Comparator.comparingInt(Candidate::priority)
                        .thenComparingInt(Candidate::specificity)
                        .reversed())
                .filter(each -> each.accepts(request, body))
                .findFirst()
                .orElse(null);
    }
}
