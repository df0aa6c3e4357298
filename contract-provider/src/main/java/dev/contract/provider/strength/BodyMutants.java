package dev.contract.provider.strength;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.Category;
import dev.contract.core.model.ResponsePart;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The response with its body empty or cut short and, where it is JSON, with each value changed that the contract speaks of. */
final class BodyMutants {
    private final ResponsePart expected;
    private final HttpResponse captured;
    private final Body body;
    private final List<Mutant> mutants = new ArrayList<>();

    private BodyMutants(ResponsePart expected, HttpResponse captured) {
        this.expected = expected;
        this.captured = captured;
        this.body = captured.body();
    }

    static List<Mutant> of(ResponsePart expected, HttpResponse captured) {
        BodyMutants bodies = new BodyMutants(expected, captured);
        if (expected.example().body().isPresent() && captured.body().isPresent()) {
            bodies.whole();
            bodies.inside();
        }
        return bodies.mutants;
    }

    private void whole() {
        byte[] half = Arrays.copyOf(body.bytes(), body.bytes().length / 2);
        add("empty", "match it with a rule that wants content", new byte[0]);
        if (half.length > 0) {
            add("cut short", "match it as a whole, or with a rule that says how it ends", half);
        }
    }

    private void add(String becomes, String mend, byte[] bytes) {
        mutants.add(Mutant.of("the body", becomes, mend, () -> with(bytes)));
    }

    private void inside() {
        Optional<JsonValue> example = json(expected.example());
        Optional<JsonValue> actual = json(captured);
        if (example.isPresent() && actual.isPresent()) {
            OpenPlaces open = new OpenPlaces(expected.rules().of(Category.BODY));
            Charset charset = type(captured).charset();
            new JsonMutants(
                            open,
                            (weakness, tolerated, json) -> mutants.add(new Mutant(
                                    weakness,
                                    tolerated,
                                    () -> with(json.get().toJson().getBytes(charset)))))
                    .visit(example.get(), actual.get());
        }
    }

    private HttpResponse with(byte[] bytes) {
        return captured.withBody(Body.of(bytes, body.contentType().orElse(null)));
    }

    private static ContentType type(HttpResponse response) {
        return ActualBody.of(response.body(), response.headers()).type();
    }

    /** Neither a text nor bytes that only look like JSON: such a body is compared as a whole. */
    private static Optional<JsonValue> json(HttpResponse response) {
        return ActualBody.of(response.body(), response.headers()).json();
    }
}
