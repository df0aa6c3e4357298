package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import au.com.dius.pact.consumer.dsl.MetadataBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.xml.PactXmlBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import java.util.List;
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
        both(
                "message-xml-exact",
                message -> message.withContent("<order><item>tea</item></order>", "application/xml"),
                message -> message.withContent("<order><item>tea</item></order>", "application/xml"));
        json("message-generated", body -> body.integerType("v"));
        json("message-from-state", body -> body.valueFromProviderState("v", "${id}", 42));
        newer("message-binary", message -> message.withContent(OtherBodies.PNG, "image/png"));
        newer("message-picture-like", message -> message.withContentsMatchingContentType("image/png", OtherBodies.PNG));
        both("message-xml", message -> message.withContent(order()), message -> message.withContent(order()));
    }

    private void metadata() {
        metadata("message-topic", metadata -> metadata.add("topic", "orders"));
        metadata("message-id", metadata -> metadata.matchRegex("id", "\\d+", "7"));
        metadata("message-number", metadata -> metadata.add("n", 3));
        metadata("message-integer-number", metadata -> metadata.integerType("n", 3));
        metadata("message-object", metadata -> metadata.add("o", Map.of("a", List.of(1))));
        metadata("message-metadata-generated", metadata -> metadata.uuid("id"));
        metadata("message-metadata-date", metadata -> metadata.dateExpression("on", "today + 1 week", "yyyy-MM-dd"));
    }

    private void metadata(String name, Consumer<MetadataBuilder> words) {
        both(
                name,
                message -> message.withMetadata(words).withContent(body(json -> json.integerType("v", 42))),
                message -> message.withMetadata(words).withContent(body(json -> json.integerType("v", 42))));
    }

    private void answers() {
        answer("answer-integer", answer -> answer.withContent(body(json -> json.integerType("v", 42))));
        answer("answer-text", answer -> answer.withContent("hello", "text/plain"));
        answer("answer-binary", answer -> answer.withContent(OtherBodies.PNG, "image/png"));
        answer("answer-metadata", answer -> answer.withMetadata(metadata -> metadata.matchRegex("id", "\\d+", "7"))
                .withContent(body(json -> json.integerType("v", 42))));
    }

    private void answer(String name, UnaryOperator<MessageContentsBuilder> words) {
        PactBuilder pact = new PactBuilder("consumer", "provider", PactSpecVersion.V4);
        pact.expectsToReceiveSynchronousMessageInteraction(name, message -> message.withRequest(
                        request -> request.withContent(body(json -> json.stringValue("question", "how many"))))
                .willRespondWith(words::apply));
        writing.save(name, PactSpecVersion.V4, pact.toPact());
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
        MessagePactBuilder pact =
                new MessagePactBuilder(PactSpecVersion.V3).consumer("consumer").hasPactWith("provider");
        MessagePactBuilder begun =
                (Writing.beginsInState(name) ? pact.given(Writing.STATE) : pact).expectsToReceive(name);
        writing.save(name, PactSpecVersion.V3, older.apply(begun).toPact());
        newer(name, newer);
    }

    private void newer(String name, UnaryOperator<MessageContentsBuilder> words) {
        PactBuilder pact = new PactBuilder("consumer", "provider", PactSpecVersion.V4);
        if (Writing.beginsInState(name)) {
            pact.given(Writing.STATE);
        }
        pact.expectsToReceiveMessageInteraction(name, message -> message.withContents(words::apply));
        writing.save(name, PactSpecVersion.V4, pact.toPact());
    }
}
