package dev.contract.provider.strength;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The response with another status, and with each expected header changed. */
final class HeadMutants {
    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpResponse captured;
    private final List<Mutant> mutants = new ArrayList<>();

    private HeadMutants(HttpResponse captured) {
        this.captured = captured;
    }

    static List<Mutant> of(HttpResponse expected, HttpResponse captured) {
        HeadMutants head = new HeadMutants(captured);
        head.status(neighbour(captured.status()));
        head.status(captured.status() < 400 ? 500 : 200);
        expected.headers().names().stream().filter(captured.headers()::has).forEach(head::header);
        if (expected.body().isPresent() && !expected.headers().has(CONTENT_TYPE)) {
            head.otherContentType();
        }
        return head.mutants;
    }

    /** Another status of the same class. */
    private static int neighbour(int status) {
        return status % 100 == 1 ? status - 1 : status / 100 * 100 + 1;
    }

    private void status(int other) {
        mutants.add(Mutant.of(
                "the status",
                String.valueOf(other),
                "say which one the consumer needs, or statusIn(…) if there are several",
                () -> captured.withStatus(other)));
    }

    private void header(String name) {
        add(
                name,
                "missing",
                "expect it without a rule that lets it be left out",
                captured.headers().without(name));
        add(
                name,
                "empty",
                "match it with notEmpty(…) or regex(…)",
                captured.headers().with(name, ""));
        if (name.equalsIgnoreCase(CONTENT_TYPE)) {
            otherContentType();
        } else {
            add(name, "any text", "match it with regex(…)", captured.headers().with(name, "unexpected"));
        }
    }

    private void otherContentType() {
        boolean isHtml = captured.headers()
                .contentType()
                .filter(type -> type.base().equals(ContentType.HTML.base()))
                .isPresent();
        String other = (isHtml ? ContentType.JSON : ContentType.HTML).base();
        add(
                CONTENT_TYPE,
                other,
                "expect the header with its value",
                captured.headers().with(CONTENT_TYPE, other));
    }

    private void add(String name, String becomes, String mend, Headers headers) {
        mutants.add(Mutant.of("header " + name, becomes, mend, () -> captured.withHeaders(headers)));
    }
}
