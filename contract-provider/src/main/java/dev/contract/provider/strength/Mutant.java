package dev.contract.provider.strength;

import dev.contract.core.http.HttpResponse;
import java.util.function.Supplier;

/**
 * A response that differs in one place from one that was accepted.
 *
 * @param weakness what it means when this is accepted, too
 * @param tolerated whether the specification wants it to be accepted: it counts only if it is not
 * @param response made when it is judged, because a large body has many mutants
 */
record Mutant(Weakness weakness, boolean tolerated, Supplier<HttpResponse> response) {

    static Mutant of(String where, String becomes, String mend, Supplier<HttpResponse> response) {
        return new Mutant(new Weakness(where, becomes, mend), false, response);
    }
}
