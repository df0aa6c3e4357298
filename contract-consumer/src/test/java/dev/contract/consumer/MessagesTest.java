package dev.contract.consumer;

import static dev.contract.consumer.Matchers.integer;
import static dev.contract.consumer.Matchers.json;
import static dev.contract.consumer.Matchers.like;
import static dev.contract.consumer.Matchers.message;
import static dev.contract.consumer.Matchers.object;
import static dev.contract.consumer.Matchers.randomInteger;
import static dev.contract.consumer.Matchers.randomUuid;
import static dev.contract.consumer.Matchers.regex;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.consumer.message.Handovers;
import dev.contract.consumer.message.Message;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.generating.Seed;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.ContractException;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Handovers handovers = new Handovers(new Seed(0));
    private final Messages orders = new Messages("mailer", "order-service", handovers, SpecVersion.V4);
    private final List<Message> received = new ArrayList<>();

    private AsyncMessage only() {
        assertThat(handovers.interactions()).hasSize(1);
        return (AsyncMessage) handovers.interactions().get(0);
    }

    private Message receivedOnly() {
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    private static JsonObject object(String json) {
        return (JsonObject) JsonReader.read(json);
    }

    @Test
    void what_is_declared_reaches_the_handler_and_becomes_one_interaction() {
        orders.given("order 7 was paid")
                .given("a user exists", Map.of("id", 42))
                .expects("an order was placed")
                .pending()
                .comment("as agreed in March")
                .withMetadata("topic", "orders")
                .withContent(json(Matchers.object("order_id", integer(7))))
                .handledBy(received::add);

        assertThat(receivedOnly().text()).isEqualTo("{\"order_id\":7}");
        assertThat(receivedOnly().contentType()).contains("application/json");
        assertThat(receivedOnly().metadata())
                .isEqualTo(object("{\"topic\": \"orders\", \"contentType\": \"application/json\"}"));
        assertThat(receivedOnly().metadata("topic")).contains("orders");
        assertThat(only().description()).isEqualTo("an order was placed");
        assertThat(only().states())
                .containsExactly(
                        ProviderState.of("order 7 was paid"),
                        new ProviderState("a user exists", object("{\"id\": 42}")));
        assertThat(only().annotations().pending()).isTrue();
        assertThat(only().annotations().comments()).isEqualTo(object("{\"text\": [\"as agreed in March\"]}"));
        assertThat(only().message().metadata()).isEqualTo(receivedOnly().metadata());
        assertThat(only().message().rules().of(Category.BODY))
                .containsExactly(Map.entry("$.order_id", RuleGroup.of(MatchingRule.of("integer"))));
        assertThat(handovers.complaint("mailer", "order-service", null)).isEmpty();
    }

    @Nested
    class OfAnyContents {
        @Test
        void are_texts_in_their_charset() {
            orders.expects("a text")
                    .withContent("text/plain; charset=ISO-8859-1", "grün")
                    .handledBy(received::add);

            assertThat(receivedOnly().text()).isEqualTo("grün");
            assertThat(receivedOnly().bytes()).isEqualTo("grün".getBytes(ISO_8859_1));
            assertThat(receivedOnly().metadata("contentType")).contains("text/plain; charset=ISO-8859-1");
        }

        @Test
        void are_bytes() {
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

            orders.expects("bytes").withContent("application/octet-stream", png).handledBy(received::add);
            orders.expects("an image").withContentLike("image/png", png).handledBy(received::add);

            assertThat(received).allSatisfy(each -> assertThat(each.bytes()).isEqualTo(png));
            assertThat(((AsyncMessage) handovers.interactions().get(1))
                            .message()
                            .rules()
                            .of(Category.BODY)
                            .get("$"))
                    .isEqualTo(RuleGroup.of(new MatchingRule("contentType", object("{\"value\": \"image/png\"}"))));
        }

        @Test
        void are_a_text_that_may_vary() {
            orders.expects("a line")
                    .withContent("text/plain", regex("order \\d+", "order 7"))
                    .handledBy(received::add);

            assertThat(receivedOnly().text()).isEqualTo("order 7");
            assertThat(only().message().rules().of(Category.BODY))
                    .containsExactly(Map.entry("$", RuleGroup.of(MatchingRule.regex("order \\d+"))));
        }

        @Test
        void are_nothing_at_all() {
            orders.expects("a tick").handledBy(received::add);

            assertThat(receivedOnly().contents()).isEqualTo(Body.MISSING);
            assertThat(receivedOnly().text()).isEmpty();
            assertThat(receivedOnly().contentType()).isEmpty();
            assertThat(only().message().metadata()).isEqualTo(JsonObject.EMPTY);
        }

        @Test
        void are_null() {
            orders.expects("a tombstone").withContent(json("null")).handledBy(received::add);

            assertThat(receivedOnly().text()).isEqualTo("null");
            assertThat(receivedOnly().bytes()).isEqualTo(new byte[] {'n', 'u', 'l', 'l'});
        }

        @Test
        void are_of_the_type_that_the_metadata_name() {
            orders.expects("an order was placed")
                    .withMetadata("Content-Type", "application/vnd.order+json")
                    .withContent(json("{}"))
                    .handledBy(received::add);

            assertThat(receivedOnly().contentType()).contains("application/vnd.order+json");
            assertThat(receivedOnly().metadata().names()).containsExactly("Content-Type");
            assertThat(only().message().contents().contentType())
                    .isEqualTo(ContentType.parse("application/vnd.order+json"));
        }
    }

    @Nested
    class Metadata {
        @Test
        void keep_their_types_and_may_vary() {
            orders.expects("an order was placed")
                    .withMetadata("weight", 100.5)
                    .withMetadata("tags", List.of("a", "b"))
                    .withMetadata("origin", regex("[A-Z]{3}-\\d+", "AAA-123"))
                    .withMetadata("nothing", null)
                    .handledBy(received::add);

            assertThat(receivedOnly().metadata()).isEqualTo(object("""
                            {"weight": 100.5, "tags": ["a", "b"], "origin": "AAA-123", "nothing": null}"""));
            assertThat(receivedOnly().metadata("weight")).contains("100.5");
            assertThat(receivedOnly().metadata("tags")).contains("[\"a\",\"b\"]");
            assertThat(receivedOnly().metadata("other")).isEqualTo(Optional.empty());
            assertThat(only().message().rules().of(Category.METADATA))
                    .containsExactly(Map.entry("origin", RuleGroup.of(MatchingRule.regex("[A-Z]{3}-\\d+"))));
        }

        @Test
        void have_no_matchers_inside() {
            assertThatThrownBy(() -> orders.expects("an order was placed")
                            .withMetadata("tag", Matchers.object("id", integer(1))))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-MATCHER  a matcher stands inside the metadata "tag"
                              where  MessagesTest.java:\\d+
                              found  a contract file holds one rule for the whole value of a name
                              mend   put one matcher around the whole value, or none""");
        }

        @Test
        void are_given_once() {
            assertThatThrownBy(() -> orders.expects("an order was placed")
                            .withMetadata("topic", "a")
                            .withMetadata("topic", "b"))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-INTERACTION  the metadata "topic" are given twice
                              where  MessagesTest.java:\\d+
                              mend   remove one of the two""");
        }
    }

    @Nested
    class Generated {
        @Test
        void values_are_fresh_in_the_message_and_examples_in_the_interaction() {
            orders.expects("an order was placed")
                    .withMetadata("key", randomUuid())
                    .withContent(json(Matchers.object("order_id", randomInteger(1000, 9999))))
                    .handledBy(received::add);

            assertThat(receivedOnly().text()).matches("\\{\"order_id\":[1-9]\\d{3}}");
            assertThat(receivedOnly().metadata("key").orElseThrow()).matches("[0-9a-f-]{36}");
            assertThat(receivedOnly().text())
                    .isNotEqualTo(only().message().contents().text());
            assertThat(receivedOnly().metadata("key"))
                    .isNotEqualTo(only().message().metadata().string("key"));
        }

        @Test
        void values_are_the_same_in_every_run_of_a_seed_but_differ_from_message_to_message() {
            for (Handovers run : List.of(new Handovers(new Seed(1)), new Handovers(new Seed(1)))) {
                Messages messages = new Messages("mailer", "order-service", run, SpecVersion.V4);
                for (int turn = 0; turn < 2; turn++) {
                    messages.expects("an order was placed")
                            .withContent(json(Matchers.object("order_id", randomInteger(1000, 9999))))
                            .handledBy(received::add);
                }
                assertThat(run.seedNote()).isEqualTo("""
                        CONTRACT-SEED  messages held random values
                          mend  give -Dcontract.seed=1 to get the same ones again""");
            }

            assertThat(received.get(2)).isEqualTo(received.get(0));
            assertThat(received.get(3)).isEqualTo(received.get(1)).isNotEqualTo(received.get(0));
        }
    }

    @Nested
    class Answered {
        @Test
        void messages_have_a_request_and_several_responses() {
            List<Message> sent = new ArrayList<>();

            orders.given("tea is for sale")
                    .uponReceiving("a question for the price of tea")
                    .withMetadata("topic", "questions")
                    .withContent(json(Matchers.object("item", "tea")))
                    .willRespondWith(json(Matchers.object("price", like(2.5))))
                    .willRespondWith(message().withMetadata("last", true).withContent("text/plain", "done"))
                    .handledBy((request, responses) -> {
                        sent.add(request);
                        received.addAll(responses);
                    });

            assertThat(sent).extracting(Message::text).containsExactly("{\"item\":\"tea\"}");
            assertThat(received).extracting(Message::text).containsExactly("{\"price\":2.5}", "done");
            assertThat(received.get(1).metadata())
                    .isEqualTo(object("{\"last\": true, \"contentType\": \"text/plain\"}"));
            SyncMessage interaction = (SyncMessage) handovers.interactions().get(0);
            assertThat(interaction.states()).containsExactly(ProviderState.of("tea is for sale"));
            assertThat(interaction.request().metadata().string("topic")).contains("questions");
            assertThat(interaction.responses()).hasSize(2);
        }
    }

    @Nested
    class Mistakes {
        @Test
        void an_example_that_its_own_matcher_refuses_is_told_at_once() {
            assertThatThrownBy(() -> orders.expects("an image")
                            .withContentLike("image/png", new byte[] {1, 2})
                            .handledBy(received::add))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-EXAMPLE  an example is not accepted by its own matcher
                              where  MessagesTest.java:\\d+
                              found  the message: Expected binary contents to have content type 'image/png' but detected contents was 'application/octet-stream'
                              mend   change the example or the matcher, so that one accepts the other""");
            assertThat(received).isEmpty();
        }

        @Test
        void two_contents_are_one_too_many() {
            assertThatThrownBy(() -> orders.expects("an order was placed")
                            .withContent(json("{}"))
                            .withContent("text/plain", ""))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-INTERACTION  two contents are given for one message
                              where  MessagesTest.java:\\d+
                              mend   remove one of them""");
        }

        @Test
        void a_description_is_needed() {
            assertThatThrownBy(() -> orders.given("order 7 was paid").expects(""))
                    .isInstanceOf(ContractException.class)
                    .hasMessageMatching("""
                            CONTRACT-INTERACTION  an interaction has no description
                              where  MessagesTest.java:\\d+
                              mend   say what happens: expects\\("an order was placed"\\)""");
        }

        @Test
        void what_a_handler_throws_is_thrown_on() {
            var thrown = new FileNotFoundException("template.txt");

            assertThatThrownBy(() -> orders.expects("an order was placed").handledBy(message -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(handovers.interactions()).isEmpty();
            assertThat(handovers.complaint("mailer", "order-service", thrown)).isEmpty();
        }
    }

    @Nested
    class WithoutJUnit {
        @Test
        void messages_that_were_not_verified_are_complained_about() {
            Messages forgotten = Messages.start("mailer", "order-service");
            forgotten.expects("an order was placed").handledBy(received::add);

            assertThatThrownBy(forgotten::close)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    CONTRACT-UNVERIFIED  the messages of order-service were closed without being verified
                      found  no contract was written
                      mend   call verify() as the last statement before they are closed""");
        }

        @Test
        void messages_that_were_not_handed_over_are_not_written() {
            try (Messages open = Messages.start("mailer", "order-service")) {
                open.expects("an order was placed").withContent(json("{}"));

                assertThatThrownBy(open::verify)
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("""
                    CONTRACT-UNFINISHED  a message between mailer and order-service was declared and never handed over
                      begins  expects("an order was placed")
                      mend    end it with handledBy(…), which hands it to the code under test""");
            }
        }
    }
}
