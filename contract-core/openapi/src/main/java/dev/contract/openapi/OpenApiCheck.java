package dev.contract.openapi;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Exchanges held against an OpenAPI document, 2.0 to 3.1.
 *
 * <pre>{@code
 * OpenApiCheck openApi = OpenApiCheck.of(Path.of("openapi.yaml"));
 * openApi.check(request, response).orThrow();
 * }</pre>
 *
 * <p>Immutable and thread-safe; each {@code without…} returns another one. A request that was answered with a status from 400 on is not
 * looked into: such requests are often wrong on purpose.
 */
public final class OpenApiCheck {
    private final OpenApiDocument document;
    private final Switches switches;

    /** What is looked at. */
    private record Switches(boolean requests, boolean responses, boolean document, boolean isAdvice) {}

    private OpenApiCheck(OpenApiDocument document, Switches switches) {
        this.document = document;
        this.switches = switches;
    }

    /**
     * A check against a document.
     *
     * @param file JSON when its name ends in {@code .json}, otherwise YAML; it may refer to files beside and below it
     * @throws ContractException if it cannot be read, is no OpenAPI document of version 2.0, 3.0 or 3.1, or a library is missing
     */
    public static OpenApiCheck of(Path file) {
        return of(file, Map.of());
    }

    /**
     * As {@link #of(Path)}, with formats of one's own.
     *
     * @param formats who judges the texts of a format, by its name; thread-safe. A judge that throws refuses the text
     */
    public static OpenApiCheck of(Path file, Map<String, Predicate<String>> formats) {
        return new OpenApiCheck(OpenApiDocument.read(file, formats), new Switches(true, true, true, false));
    }

    /** A check that does not look at requests, but at where they lead. */
    public OpenApiCheck withoutRequests() {
        return new OpenApiCheck(
                document, new Switches(false, switches.responses(), switches.document(), switches.isAdvice()));
    }

    /** A check that does not look at responses. */
    public OpenApiCheck withoutResponses() {
        return new OpenApiCheck(
                document, new Switches(switches.requests(), false, switches.document(), switches.isAdvice()));
    }

    /** A check that takes the document as it is: {@link #document()} has nothing to tell. */
    public OpenApiCheck withoutDocument() {
        return new OpenApiCheck(
                document, new Switches(switches.requests(), switches.responses(), false, switches.isAdvice()));
    }

    /** A check whose findings are advice only, so that they fail nothing. */
    public OpenApiCheck adviceOnly() {
        return new OpenApiCheck(
                document, new Switches(switches.requests(), switches.responses(), switches.document(), true));
    }

    /** What is wrong in the document itself, errors and warnings; warnings only when findings are advice. */
    public List<Problem> document() {
        List<Problem> problems = switches.document() ? document.problems() : List.of();
        return switches.isAdvice() ? problems.stream().map(Problem::tolerated).toList() : problems;
    }

    /**
     * What of an exchange the document does not allow or know.
     *
     * @param request with its path as it stands on the wire, the base path of the document included or not
     */
    public OpenApiFindings check(HttpRequest request, HttpResponse response) {
        List<OpenApiFinding> findings = new ArrayList<>(
                new ExchangeCheck(document, request, response).findings(switches.requests(), switches.responses()));
        return new OpenApiFindings(
                switches.isAdvice()
                        ? findings.stream().map(OpenApiFinding::asAdvice).toList()
                        : findings);
    }
}
