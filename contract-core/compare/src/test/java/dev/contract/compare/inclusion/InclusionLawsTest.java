package dev.contract.compare.inclusion;

import static dev.contract.core.law.Values.chance;
import static dev.contract.core.law.Values.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.compare.accept.ShapeCompiler;
import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Inclusion against an oracle: the matcher. {@code -Dlaw.cases=10000 -Dinclusion.instances=1000} asks for as much as one can wait for.
 */
class InclusionLawsTest {
    private static final int INSTANCES = Integer.getInteger("inclusion.instances", 60);

    /** So many times as many instances are made: some expectations accept hardly anything that is made at random, or nothing at all. */
    private static final int MOST_TRIED = 5;

    private record Pair(Expectation inner, Expectation outer, long seed) {}

    private static Pair pair(RandomGenerator random) {
        Expectation.Maker maker = new Expectation.Maker(random);
        Expectation one = maker.expectation();
        Expectation other = chance(random, 10) ? maker.expectation() : maker.changed(one);
        return random.nextBoolean() ? new Pair(one, other, random.nextLong()) : new Pair(other, one, random.nextLong());
    }

    private final Map<String, Integer> verdicts = new TreeMap<>();
    private int asked;
    private int unknown;

    @Test
    void what_is_included_survives_and_what_is_not_has_a_witness() throws IOException {
        Law.holdsFor(InclusionLawsTest::pair, pair -> {
            checkResponses(pair);
            checkRequests(pair);
            checkMessages(pair);
        });

        Files.writeString(Path.of("target", "inclusion.txt"), figures());
        assertThat(unknown / (double) asked).as("unknown of all: %s", verdicts).isLessThan(0.05);
    }

    private String figures() {
        StringBuilder figures = new StringBuilder();
        verdicts.forEach((what, count) ->
                figures.append(count).append(" x ").append(what).append('\n'));
        return figures.toString();
    }

    private void checkResponses(Pair pair) {
        ResponsePart inner = pair.inner().response();
        ResponsePart outer = pair.outer().response();
        var one = PlanCompiler.response(inner, SpecVersion.V4);
        var other = PlanCompiler.response(outer, SpecVersion.V4);
        var bodies = bodies(pair, false);
        HttpResponse example = inner.example();
        check(
                "response",
                () -> Inclusion.ofResponses(inner, outer),
                witness -> ((Witness.OfResponse) witness).response(),
                each -> one.match(each).matches(),
                each -> other.match(each).matches(),
                random -> {
                    HttpResponse response =
                            chance(random, 5) ? example.withStatus(one(random, 200, 201, 204, 301, 404, 500)) : example;
                    Headers headers =
                            (chance(random, 3) ? outer : inner).example().headers();
                    return response.withHeaders(headers(headers, random)).withBody(bodies.get());
                },
                pair);
    }

    private void checkRequests(Pair pair) {
        RequestPart inner = pair.inner().request();
        RequestPart outer = pair.outer().request();
        var one = PlanCompiler.request(inner, SpecVersion.V4);
        var other = PlanCompiler.request(outer, SpecVersion.V4);
        var bodies = bodies(pair, true);
        HttpRequest example = inner.example();
        check(
                "request",
                () -> Inclusion.ofRequests(inner, outer),
                witness -> ((Witness.OfRequest) witness).request(),
                each -> one.match(each).matches(),
                each -> other.match(each).matches(),
                random -> {
                    HttpRequest request = example.withHeaders(headers(example.headers(), random));
                    HttpRequest found = chance(random, 4)
                            ? request.withPath(one(random, "/users/7", "/a", "/x y", "/users/%34%32", "/"))
                            : request;
                    HttpRequest asked = chance(random, 3)
                            ? found.withQuery(found.query()
                                    .with(one(random, "page", "tag"), Values.list(random, 3, InclusionLawsTest::text)))
                            : found;
                    return asked.withBody(bodies.get());
                },
                pair);
    }

    private void checkMessages(Pair pair) {
        MessagePart inner = pair.inner().message();
        MessagePart outer = pair.outer().message();
        var one = PlanCompiler.message(inner, SpecVersion.V4);
        var other = PlanCompiler.message(outer, SpecVersion.V4);
        var bodies = bodies(pair, false);
        check(
                "message",
                () -> Inclusion.ofMessages(inner, outer),
                witness -> {
                    Witness.OfMessage found = (Witness.OfMessage) witness;
                    return new Expected.Message(found.contents(), found.metadata());
                },
                each -> one.match(each.contents(), each.metadata()).matches(),
                each -> other.match(each.contents(), each.metadata()).matches(),
                random -> {
                    var metadata =
                            chance(random, 3) ? inner.metadata().with("X-Id", Values.json(random)) : inner.metadata();
                    return new Expected.Message(
                            bodies.get(), chance(random, 5) ? metadata.without("contentType") : metadata);
                },
                pair);
    }

    private static String text(RandomGenerator random) {
        return one(
                random,
                "42",
                "EUR",
                "USD",
                "Alice",
                "7",
                "x",
                "a",
                "b",
                "1",
                "2",
                "a=1",
                "b=2; a=1",
                "text/plain; q=1",
                "application/json",
                "a, b",
                "2024-01-31");
    }

    private static Headers headers(Headers example, RandomGenerator random) {
        return chance(random, 3)
                ? example.with(
                        one(random, "X-Id", "Vary", "Vary", "Accept", "Cookie"),
                        Values.list(random, 3, InclusionLawsTest::text))
                : example;
    }

    private static Supplier<Body> bodies(Pair pair, boolean strict) {
        RandomGenerator random = new SplittableRandom(pair.seed());
        Expectation inner = pair.inner();
        if (!inner.isJson()) {
            List<Body> mutants = new ArrayList<>(Mutants.of(inner.body()));
            mutants.addAll(Mutants.of(pair.outer().body()));
            return () -> one(random, mutants);
        }
        Instances instances = new Instances(random);
        var shape =
                ShapeCompiler.compile(inner.value(), inner.rules(), strict ? Presence.NONE : inner.presence(), strict);
        return () -> {
            JsonValue value = instances.of(shape);
            return Body.json(value);
        };
    }

    /** What is included by less work is included by more. */
    private static void checkCutShort(Supplier<Inclusion> asking, Inclusion whole, Pair pair) {
        RandomGenerator random = new SplittableRandom(pair.seed());
        long steps = random.nextInt(1 << (8 + random.nextInt(8)));
        if (Budget.within(steps, asking).verdict().isIncluded()) {
            assertThat(whole.verdict()).as("included within %d steps", steps).isInstanceOf(Verdict.Included.class);
        }
    }

    private <T> void check(
            String kind,
            Supplier<Inclusion> asking,
            java.util.function.Function<Witness, T> exchange,
            Predicate<T> inner,
            Predicate<T> outer,
            java.util.function.Function<RandomGenerator, T> instances,
            Pair pair) {
        asked++;
        Inclusion inclusion = asking.get();
        checkCutShort(asking, inclusion, pair);
        verdicts.merge(kind + " " + inclusion.verdict().getClass().getSimpleName(), 1, Integer::sum);
        if (inclusion.verdict() instanceof Verdict.NotIncluded not) {
            T witness = exchange.apply(not.witness());
            assertThat(inner.test(witness)).as("accepted: %s", not.witness()).isTrue();
            assertThat(outer.test(witness)).as("refused: %s", not.witness()).isFalse();
        } else if (inclusion.verdict() instanceof Verdict.Unknown because) {
            unknown++;
            verdicts.merge("because " + because.reason().replaceAll("'.*'", "'…'"), 1, Integer::sum);
        } else {
            checkInstances(kind, inner, outer, instances, new SplittableRandom(pair.seed()));
        }
    }

    private <T> void checkInstances(
            String kind,
            Predicate<T> inner,
            Predicate<T> outer,
            java.util.function.Function<RandomGenerator, T> instances,
            RandomGenerator random) {
        int accepted = 0;
        for (int tried = 0; accepted < INSTANCES && tried < MOST_TRIED * INSTANCES; tried++) {
            T instance = instances.apply(random);
            if (inner.test(instance)) {
                accepted++;
                assertThat(outer.test(instance))
                        .as("included, but refused: %s", instance)
                        .isTrue();
            }
        }
        verdicts.merge(kind + " instances", accepted, Integer::sum);
        verdicts.merge(kind + " Included with fewer instances", accepted < INSTANCES ? 1 : 0, Integer::sum);
    }
}
