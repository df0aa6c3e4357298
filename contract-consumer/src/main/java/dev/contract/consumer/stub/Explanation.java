package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import org.jspecify.annotations.Nullable;

/** Findings in words: one block of at most 15 lines each. */
final class Explanation {
    private static final int DIFFERENCES_SHOWN = 10;
    private static final int LONGEST_LINE = 160;

    private final String consumer;
    private final String provider;

    Explanation(String consumer, String provider) {
        this.consumer = consumer;
        this.provider = provider;
    }

    /** The request above the one that was probably meant, then how they differ. */
    String unexpected(Unexpected unexpected, boolean neverSent) {
        return unexpected
                .declaredLater()
                .map(declared -> tooEarly(unexpected, declared))
                .orElseGet(() -> differing(unexpected, neverSent));
    }

    private String tooEarly(Unexpected unexpected, HttpInteraction declared) {
        return new Facts("CONTRACT-UNEXPECTED  " + consumer + " sent a request before " + provider
                        + " was declared to answer it")
                .add("sent", line(unexpected.request()))
                .add("scope", unexpected.scope())
                .add("by", declared.quoted() + ", which was declared when it had come")
                .add("mend", "declare the interaction above the call that sends its request")
                .toString();
    }

    private String differing(Unexpected unexpected, boolean neverSent) {
        Facts facts = new Facts("CONTRACT-UNEXPECTED  " + consumer + " sent a request that " + provider
                        + " is not declared to answer")
                .add("sent", line(unexpected.request()))
                .add("scope", unexpected.scope());
        if (unexpected.nearest().isEmpty()) {
            return facts.add(
                            "mend",
                            unexpected.isStray()
                                    ? "have the client send what its scope is known by, or declare the request on the stub itself"
                                    : "declare it: given(…).uponReceiving(…)")
                    .toString();
        }
        HttpInteraction nearest = unexpected.nearest().get();
        facts.add("expected", line(nearest.request().example()))
                .add("by", nearest.quoted() + (neverSent ? ", which never came" : ""))
                .add("state", unexpected.whyClosed());
        return unexpected
                .report()
                .addTo(facts, DIFFERENCES_SHOWN, "the stub's answer has them all")
                .add(
                        "masked",
                        unexpected.isMasked()
                                ? "what looks like a secret; the stub's journal() has it as it came"
                                : null)
                .add("mend", "correct the request that the client sends, or the one that is declared")
                .toString();
    }

    String more(int number) {
        return "CONTRACT-UNEXPECTED  " + consumer + " sent " + number + " more requests that " + provider
                + " is not declared to answer";
    }

    /** @param silence what may have kept the request from coming; null for nothing that is known */
    String missing(HttpInteraction interaction, @Nullable String silence) {
        return new Facts("CONTRACT-MISSING  " + consumer + " never sent a request that is declared for " + provider)
                .add("expected", line(interaction.request().example()))
                .add("by", interaction.quoted())
                .add("came", silence)
                .add("mend", "send it in this test, or take the interaction out")
                .toString();
    }

    String unfinished(String words) {
        return new Facts("CONTRACT-UNFINISHED  an interaction of " + consumer + " with " + provider
                        + " was begun and never got a response")
                .add("begins", words)
                .add("mend", "end it with willRespondWith(…)")
                .toString();
    }

    /** {@code GET /users?limit=3}, without secrets. */
    static String line(HttpRequest request) {
        String query = request.query().encoded();
        String line = request.method() + " " + request.path() + (query.isEmpty() ? "" : "?" + query);
        return Shortened.to(LONGEST_LINE, Secrets.url(line));
    }
}
