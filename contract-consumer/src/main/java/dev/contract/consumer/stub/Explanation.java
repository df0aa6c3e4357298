package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** Findings in words: one block of at most 15 lines each. */
final class Explanation {
    private static final int MISMATCHES_SHOWN = 8;
    private static final int LONGEST_LINE = 160;

    private final String consumer;
    private final String provider;

    Explanation(String consumer, String provider) {
        this.consumer = consumer;
        this.provider = provider;
    }

    String unexpected(Unexpected unexpected, boolean neverSent) {
        Facts facts = new Facts("CONTRACT-UNEXPECTED  " + consumer + " sent a request that no interaction expects of "
                + provider + ": " + line(unexpected.request()));
        unexpected
                .nearest()
                .ifPresentOrElse(
                        nearest -> facts.add("nearest", name(nearest) + (neverSent ? ", never sent" : "")),
                        () -> facts.add("nearest", "none: no interaction is declared"));
        List<Mismatch> mismatches = unexpected.mismatches();
        mismatches.stream().limit(MISMATCHES_SHOWN).forEach(mismatch -> add(facts, mismatch));
        if (mismatches.size() > MISMATCHES_SHOWN) {
            facts.add("and", mismatches.size() - MISMATCHES_SHOWN + " more differences");
        }
        return facts.toString();
    }

    private static void add(Facts facts, Mismatch mismatch) {
        switch (mismatch.kind()) {
            case METHOD, PATH ->
                facts.add(
                        mismatch.kind().text(),
                        "expected " + cut(String.valueOf(mismatch.expected())) + "\nbut was  "
                                + cut(String.valueOf(mismatch.actual())));
            case BODY -> facts.add("body " + cut(mismatch.where()), cut(mismatch.message()));
            case QUERY, STATUS, HEADER, BODY_CONTENT_TYPE, METADATA ->
                facts.add(mismatch.kind().text(), cut(mismatch.message()));
        }
    }

    String more(int number) {
        return "CONTRACT-UNEXPECTED  " + consumer + " sent " + number + " more requests that no interaction expects of "
                + provider;
    }

    String missing(HttpInteraction interaction) {
        return new Facts("CONTRACT-MISSING  " + consumer + " never sent a request that was declared for " + provider
                        + ": " + line(interaction.request().example()))
                .add("interaction", name(interaction))
                .add("mend", "send it in this test, or take the interaction out")
                .toString();
    }

    /** {@code "a request for user 42", given "user 42 exists" and "user 42 may log in"}. */
    static String name(HttpInteraction interaction) {
        String states = interaction.states().stream()
                .map(ProviderState::name)
                .filter(name -> !name.isEmpty())
                .map(Quoted::text)
                .collect(Collectors.joining(" and "));
        return Quoted.text(interaction.description()) + (states.isEmpty() ? "" : ", given " + states);
    }

    /** {@code GET /users?limit=3}. */
    static String line(HttpRequest request) {
        String query = request.query().encoded();
        return cut(request.method() + " " + request.path() + (query.isEmpty() ? "" : "?" + query));
    }

    private static String cut(String text) {
        String line = text.replace("\r", "\\r").replace("\n", "\\n");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
