package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** What the DSL can say, a file for each case: {@code DIR/V3/integer.json}. */
final class Writing {
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private Writing() {}

    static void into(Path directory) throws IOException {
        for (Map.Entry<String, Supplier<DslPart>> body : JsonBodies.V3.entrySet()) {
            write(directory, body.getKey(), PactSpecVersion.V3, ofVersion3(body.getKey(), body.getValue()));
            write(directory, body.getKey(), PactSpecVersion.V4, ofVersion4(body.getKey(), body.getValue()));
        }
        for (Map.Entry<String, Supplier<DslPart>> body : JsonBodies.V4.entrySet()) {
            write(directory, body.getKey(), PactSpecVersion.V4, ofVersion4(body.getKey(), body.getValue()));
        }
    }

    private static void write(Path directory, String name, PactSpecVersion version, Pact pact) throws IOException {
        Path file = directory.resolve(version.name()).resolve(name + ".json");
        Files.createDirectories(file.getParent());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            DefaultPactWriter.INSTANCE.writePact(pact, out, version);
        }
    }

    private static RequestResponsePact ofVersion3(String name, Supplier<DslPart> body) {
        return ConsumerPactBuilder.consumer("consumer")
                .pactSpecVersion(PactSpecVersion.V3)
                .hasPactWith("provider")
                .uponReceiving(name)
                .method("POST")
                .path("/" + name)
                .headers(TYPE, JSON)
                .body(body.get())
                .willRespondWith()
                .status(200)
                .headers(Map.of(TYPE, JSON))
                .body(body.get())
                .toPact(RequestResponsePact.class);
    }

    private static Pact ofVersion4(String name, Supplier<DslPart> body) {
        return new PactBuilder("consumer", "provider", PactSpecVersion.V4)
                .expectsToReceiveHttpInteraction(name, http -> http.withRequest(request ->
                                request.method("POST").path("/" + name).body(body.get()))
                        .willRespondWith(response -> response.status(200).body(body.get())))
                .toPact();
    }
}
