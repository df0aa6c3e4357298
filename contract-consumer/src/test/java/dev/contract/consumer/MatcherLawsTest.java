package dev.contract.consumer;

import static dev.contract.consumer.Matchers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.message.Handovers;
import dev.contract.consumer.variation.Outcome;
import dev.contract.consumer.variation.VariationSearch;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.generating.Generated;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.generating.Seed;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.presence.WholeExample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for every matcher, wherever it stands, tried on matchers made at random; a failure names its seed. */
class MatcherLawsTest {
    private static final int CASES = Integer.getInteger("law.cases", 100);

    @Test
    void an_example_is_accepted_by_its_own_matchers_before_and_after_it_was_in_a_file() {
        holdsForAll(RandomMatchers::any, interaction -> {
            assertAccepted(interaction, interaction);
            assertAccepted(read(interaction), interaction);
        });
    }

    @Test
    void a_generated_value_is_accepted_by_the_rules_it_came_from_in_a_stub() {
        holdsForAll(
                RandomMatchers::generating,
                interaction -> assertAccepted(interaction, fresh(interaction, Mode.CONSUMER)));
    }

    @Test
    void a_generated_value_is_accepted_by_the_rules_it_came_from_in_a_verification() {
        holdsForAll(
                RandomMatchers::generating,
                interaction -> assertAccepted(interaction, fresh(interaction, Mode.PROVIDER)));
    }

    @Test
    void the_same_seed_makes_the_same_values() {
        holdsForAll(RandomMatchers::generating, interaction -> assertThat(fresh(interaction, Mode.CONSUMER))
                .isEqualTo(fresh(interaction, Mode.CONSUMER)));
    }

    @Test
    void every_variation_of_an_answer_is_accepted_by_the_rules_it_came_from() {
        AtomicInteger shown = new AtomicInteger();

        // each has hundreds of values made and judged
        holdsForAll(CASES / 10, RandomMatchers::any, interaction -> new VariationSearch(
                        List.of(interaction), 5, new Seed(1))
                .run(variation -> {
                    assertThat(variation.of(interaction)).isNotEqualTo(interaction);
                    assertAccepted(interaction, variation.of(interaction));
                    shown.incrementAndGet();
                    return Outcome.FINE;
                }));

        assertThat(shown).hasValueGreaterThanOrEqualTo(CASES * 9 / 10);
    }

    private static void holdsForAll(Function<SplittableRandom, RandomMatchers> kinds, Consumer<Interaction> law) {
        holdsForAll(CASES, kinds, law);
    }

    private static void holdsForAll(
            int cases, Function<SplittableRandom, RandomMatchers> kinds, Consumer<Interaction> law) {
        for (int seed = 0; seed < cases; seed++) {
            try {
                RandomMatchers matchers = kinds.apply(new SplittableRandom(seed));
                for (Interaction interaction : List.of(http(matchers), message(matchers.forMessages()))) {
                    law.accept(interaction);
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("the law is broken at seed " + seed + "\n" + e.getMessage(), e);
            }
        }
    }

    /** In the path, query, headers and body of a request, and the headers and body of a response. */
    private static HttpInteraction http(RandomMatchers matchers) {
        List<HttpInteraction> declared = new ArrayList<>();
        RequestBuilder request = new InteractionBuilder(declared::add)
                .uponReceiving("a request")
                .post(matchers.path())
                .withQuery("q", matchers.text())
                .withHeader("X-Request", matchers.text());
        ResponseBuilder response = response(matchers.status()).withHeader("X-Response", matchers.text());
        switch (matchers.next(4)) {
            case 0 -> request.withBody(matchers.form());
            case 1 -> request.withBody(matchers.xml());
            case 2 -> request.withBody(matchers.multipart());
            default -> request.withBody(matchers.json());
        }
        switch (matchers.next(4)) {
            case 0 -> response.withBody(matchers.form());
            case 1 -> response.withBody(matchers.xml());
            case 2 -> response.withBody("text/plain", matchers.wholeText());
            default -> response.withBody(matchers.answer());
        }
        request.willRespondWith(response);
        return declared.get(0);
    }

    /** In the metadata and the contents of a message. */
    private static Interaction message(RandomMatchers matchers) {
        Handovers handovers = new Handovers(new Seed(0));
        new Messages("mailer", "orders", handovers, SpecVersion.V4)
                .expects("a message")
                .withMetadata("key", matchers.scalar())
                .withContent(matchers.answer())
                .handledBy(message -> {});
        return handovers.interactions().get(0);
    }

    private static Interaction read(Interaction interaction) {
        Contract contract = Contract.of("mailer", "orders", List.of(interaction));
        return ContractReader.readOrThrow("contract.json", ContractWriter.write(contract))
                .interactions()
                .get(0);
    }

    private static Interaction fresh(Interaction interaction, Mode mode) {
        GenerationContext context = GenerationContext.builder()
                .mode(mode)
                .random(new Seed(1).draws(interaction, 0))
                .clock(java.time.Clock.fixed(
                        java.time.Instant.parse("2024-02-29T10:15:30.123Z"), java.time.ZoneOffset.UTC))
                .mockServer("http://127.0.0.1:40123")
                .stateValues(RandomMatchers.STATE_VALUES)
                .build();
        if (interaction instanceof HttpInteraction http) {
            return new HttpInteraction(
                    http.description(),
                    http.states(),
                    whole(Generation.apply(http.request(), context)),
                    whole(Generation.apply(WholeExample.of(http.response()), context)),
                    http.annotations());
        }
        AsyncMessage message = (AsyncMessage) interaction;
        return new AsyncMessage(
                message.description(),
                message.states(),
                whole(Generation.apply(WholeExample.of(message.message()), context)),
                message.annotations());
    }

    private static <T> T whole(Generated<T> generated) {
        assertThat(generated.problems()).isEmpty();
        return generated.value();
    }

    /** The example of one interaction is what the other one expects. */
    private static void assertAccepted(Interaction expected, Interaction actual) {
        if (expected instanceof HttpInteraction http) {
            HttpInteraction other = (HttpInteraction) actual;
            assertAccepted(http.request(), other.request());
            assertAccepted(http.response(), other.response());
        } else {
            assertAccepted(((AsyncMessage) expected).message(), ((AsyncMessage) actual).message());
        }
    }

    private static void assertAccepted(RequestPart expected, RequestPart actual) {
        assertThat(PlanCompiler.request(expected, SpecVersion.V4)
                        .match(actual.example())
                        .mismatches())
                .isEmpty();
    }

    private static void assertAccepted(ResponsePart expected, ResponsePart actual) {
        for (ResponsePart each : List.of(WholeExample.of(actual), WholeExample.withoutOptional(actual))) {
            assertThat(PlanCompiler.response(expected, SpecVersion.V4)
                            .match(each.example())
                            .mismatches())
                    .isEmpty();
        }
    }

    private static void assertAccepted(MessagePart expected, MessagePart actual) {
        for (MessagePart each : List.of(WholeExample.of(actual), WholeExample.withoutOptional(actual))) {
            assertThat(PlanCompiler.message(expected, SpecVersion.V4)
                            .match(each.contents(), each.metadata())
                            .mismatches())
                    .isEmpty();
        }
    }
}
