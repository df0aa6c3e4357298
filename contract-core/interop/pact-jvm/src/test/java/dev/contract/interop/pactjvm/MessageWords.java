package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.xml.PactXmlBuilder;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Messages, in both DSLs; the answer to a message in the newer one. */
final class MessageWords {
    private final Writing writing;

    private MessageWords(Writing writing) {
        this.writing = writing;
    }

    static void write(Writing writing) {
        MessageWords words = new MessageWords(writing);
        words.contents();
        words.metadata();
        words.answers();
    }

    private void contents() {
        json("message-integer", body -> body.integerType("v", 42));
        json(
                "message-nested",
                body -> body.object(
                        "v", inner -> inner.stringMatcher("id", "\\d+", "7").stringType("name", "x")));
        both(
                "message-text",
                message -> message.withContent("hello", "text/plain"),
                message -> message.withContent("hello", "text/plain"));
        both("message-xml", message -> message.withContent(order()), message -> message.withContent(order()));
    }

    private void metadata() {
        both(
                "message-topic",
                message -> message.withMetadata(Map.of("topic", "orders"))
                        .withContent(body(json -> json.integerType("v", 42))),
                message -> message.withMetadata(Map.of("topic", "orders"))
                        .withContent(body(json -> json.integerType("v", 42))));
        both(
                "message-id",
                message -> message.withMetadata(metadata -> metadata.matchRegex("id", "\\d+", "7"))
                        .withContent(body(json -> json.integerType("v", 42))),
                message -> message.withMetadata(metadata -> metadata.matchRegex("id", "\\d+", "7"))
                        .withContent(body(json -> json.integerType("v", 42))));
    }

    private void answers() {
        PactBuilder pact = new PactBuilder("consumer", "provider", PactSpecVersion.V4);
        pact.expectsToReceiveSynchronousMessageInteraction("answer-integer", message -> message.withRequest(
                        request -> request.withContent(body(json -> json.stringValue("question", "how many"))))
                .willRespondWith(answer -> answer.withContent(body(json -> json.integerType("v", 42)))));
        writing.save("answer-integer", PactSpecVersion.V4, pact.toPact());
    }

    private static DslPart body(Consumer<LambdaDslJsonBody> json) {
        return LambdaDsl.newJsonBody(json).build();
    }

    private static PactXmlBuilder order() {
        return new PactXmlBuilder("order")
                .build(root -> root.appendElement("item", Map.of(), Matchers.regexp("[a-z]+", "tea")));
    }

    private void json(String name, Consumer<LambdaDslJsonBody> json) {
        both(name, message -> message.withContent(body(json)), message -> message.withContent(body(json)));
    }

    private void both(
            String name, UnaryOperator<MessagePactBuilder> older, UnaryOperator<MessageContentsBuilder> newer) {
        MessagePactBuilder begun = new MessagePactBuilder(PactSpecVersion.V3)
                .consumer("consumer")
                .hasPactWith("provider")
                .expectsToReceive(name);
        Pact pact = older.apply(begun).toPact();
        writing.save(name, PactSpecVersion.V3, pact);
        PactBuilder builder = new PactBuilder("consumer", "provider", PactSpecVersion.V4);
        builder.expectsToReceiveMessageInteraction(name, message -> message.withContents(newer::apply));
        writing.save(name, PactSpecVersion.V4, builder.toPact());
    }
}
