package dev.contract.openapi;

import dev.contract.core.problem.Shortened;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what one half of an exchange is found to have. Used once. */
final class Findings {
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final Set<OpenApiRule> ADVICE = Set.of(
            OpenApiRule.UNDOCUMENTED_PARAMETER, OpenApiRule.UNDOCUMENTED_REQUEST_BODY, OpenApiRule.READ_ONLY_SENT);

    private final List<OpenApiFinding> all = new ArrayList<>();

    List<OpenApiFinding> all() {
        return List.copyOf(all);
    }

    void add(OpenApiRule rule, String where, String sentence, @Nullable String found, Node place) {
        add(rule, ADVICE.contains(rule), where, sentence, found, place);
    }

    void add(OpenApiRule rule, boolean isAdvice, String where, String sentence, @Nullable String found, Node place) {
        if (all.size() == MOST) {
            return;
        }
        OpenApiFinding finding = new OpenApiFinding(
                rule,
                isAdvice,
                where,
                oneLine(sentence),
                found == null || found.isEmpty() ? null : oneLine(found),
                place.location(),
                place.pointer());
        // parts of one schema ask for the same where they share a part
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    /** @param place what the path of a difference goes on from: {@code response $} */
    void add(OpenApiRule rule, Direction direction, String place, Difference difference) {
        OpenApiRule barred =
                direction == Direction.REQUEST ? OpenApiRule.READ_ONLY_SENT : OpenApiRule.WRITE_ONLY_RECEIVED;
        add(
                difference.isBarred() ? barred : rule,
                place + difference.path().substring(1),
                difference.text(),
                difference.isBarred() ? null : difference.found(),
                difference.rule());
    }

    private static String oneLine(String text) {
        return Shortened.to(LONGEST, text.replaceAll("\\p{Cntrl}+", " "));
    }
}
