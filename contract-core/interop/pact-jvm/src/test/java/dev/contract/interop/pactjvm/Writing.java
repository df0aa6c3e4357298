package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Writes a file for each case: {@code DIR/V3/integer.json}. There are two DSLs, an older one for V3 and a newer one for V4. */
final class Writing {
    /** Cases named so begin in a state that has values for their generators. */
    private static final String FROM_STATE = "from-state";

    static final String STATE = "values";

    private final Path directory;

    private Writing(Path directory) {
        this.directory = directory;
    }

    static void into(Path directory) {
        Writing writing = new Writing(directory);
        JsonBodies.write(writing);
        OtherBodies.write(writing);
        Parts.write(writing);
        MessageWords.write(writing);
    }

    static boolean beginsInState(String name) {
        return name.endsWith(FROM_STATE);
    }

    /** {@code POST /NAME} and status 200, with what the DSL is made to add. */
    void version3(String name, UnaryOperator<PactDslRequestWithPath> request, UnaryOperator<PactDslResponse> response) {
        PactDslWithProvider pact = ConsumerPactBuilder.consumer("consumer")
                .pactSpecVersion(PactSpecVersion.V3)
                .hasPactWith("provider");
        PactDslRequestWithoutPath described =
                beginsInState(name) ? pact.given(STATE).uponReceiving(name) : pact.uponReceiving(name);
        PactDslRequestWithPath begun = described.method("POST").path("/" + name);
        PactDslResponse answered =
                response.apply(request.apply(begun).willRespondWith().status(200));
        save(name, PactSpecVersion.V3, answered.toPact(RequestResponsePact.class));
    }

    /** The same in the newer DSL. */
    void version4(String name, UnaryOperator<HttpRequestBuilder> request, UnaryOperator<HttpResponseBuilder> response) {
        PactBuilder pact = new PactBuilder("consumer", "provider", PactSpecVersion.V4);
        if (beginsInState(name)) {
            pact.given(STATE);
        }
        pact.expectsToReceiveHttpInteraction(name, http -> http.withRequest(
                        begun -> request.apply(begun.method("POST").path("/" + name)))
                .willRespondWith(begun -> response.apply(begun.status(200))));
        save(name, PactSpecVersion.V4, pact.toPact());
    }

    void save(String name, PactSpecVersion version, Pact pact) {
        Path file = directory.resolve(version.name()).resolve(name + ".json");
        try {
            Files.createDirectories(file.getParent());
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                DefaultPactWriter.INSTANCE.writePact(pact, out, version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
