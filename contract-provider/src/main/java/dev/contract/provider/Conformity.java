package dev.contract.provider;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Problem;
import dev.contract.core.report.Finding;
import dev.contract.core.secret.Secrets;
import dev.contract.openapi.OpenApiCheck;
import dev.contract.openapi.OpenApiFinding;
import java.util.List;
import java.util.Optional;

/**
 * What an OpenAPI document says of an exchange, without secrets. Immutable.
 *
 * @param findings none when nobody named a document
 */
record Conformity(List<OpenApiFinding> findings) {
    static final String PART = "openapi";
    static final Conformity NONE = new Conformity(List.of());

    static Conformity of(OpenApiCheck check, HttpRequest sent, HttpResponse received) {
        return new Conformity(check.check(sent, received).all().stream()
                .map(Conformity::masked)
                .toList());
    }

    private static OpenApiFinding masked(OpenApiFinding finding) {
        String found = finding.found();
        return found == null
                ? finding
                : finding.withFound(Secrets.isName(finding.where()) ? Secrets.MASK : Secrets.masked(found));
    }

    /** Whether nothing fails the interaction. */
    boolean isKept() {
        for (OpenApiFinding each : findings) {
            if (!each.isAdvice()) {
                return false;
            }
        }
        return true;
    }

    /** Those that fail the interaction, as every report shows differences. */
    List<Finding> differences() {
        return findings.stream()
                .filter(each -> !each.isAdvice())
                .map(each -> new Finding(PART, each.where(), each.line(), null, each.found(), Optional.empty()))
                .toList();
    }

    /** Those that fail nothing. */
    List<Problem> warnings() {
        return findings.stream()
                .filter(OpenApiFinding::isAdvice)
                .map(OpenApiFinding::toProblem)
                .toList();
    }
}
