package dev.contract.openapi.promise;

import dev.contract.core.problem.Shortened;
import dev.contract.openapi.document.CompiledSchema.Difference;
import dev.contract.openapi.document.Node;
import dev.contract.openapi.document.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is found of one exchange. Used once. */
final class PromiseFindings {
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final Optional<Operation> operation;
    private final List<PromiseFinding> all = new ArrayList<>();

    PromiseFindings(Optional<Operation> operation) {
        this.operation = operation;
    }

    List<PromiseFinding> all() {
        return List.copyOf(all);
    }

    void add(PromiseCode code, String where, String sentence, @Nullable String found, Node place) {
        if (all.size() == MOST) {
            return;
        }
        PromiseFinding finding = new PromiseFinding(
                code,
                oneLine(sentence),
                oneLine(where),
                found == null || found.isEmpty() ? null : oneLine(found),
                operation,
                place);
        // parts of one schema ask for the same where they share a part
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    /** @param where what the path of the difference goes on from: {@code response.body} */
    void add(PromiseCode code, String where, Difference difference) {
        add(code, where + difference.path().substring(1), difference.text(), difference.found(), difference.rule());
    }

    private static String oneLine(String text) {
        return Shortened.to(LONGEST, text.replaceAll("\\p{Cntrl}+", " "));
    }

    /** {@code .name}, or {@code ['a name']}. */
    static String step(String name) {
        return name.matches("[\\w$-]+") ? "." + name : "['" + name + "']";
    }
}
