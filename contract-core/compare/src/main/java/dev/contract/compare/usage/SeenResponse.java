package dev.contract.compare.usage;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a real response had in it, without any value: as the JSON report of a verification keeps it.
 *
 * <p>Immutable.
 *
 * @param path as it was asked for, without query
 * @param fields of a JSON body, with stars for the positions of arrays
 */
public record SeenResponse(String method, String path, int status, List<String> headers, List<RulePath> fields) {
    public SeenResponse {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
    }

    /**
     * The responses of a verification.
     *
     * @param source what the user calls the report
     * @param report the JSON report
     * @throws ContractException if it is no JSON, or has no responses in it
     */
    public static List<SeenResponse> inReport(String source, byte[] report) {
        JsonDocument document = JsonReader.readLocated(source, report);
        List<SeenResponse> responses = objects(document.root(), "contracts")
                .flatMap(contract -> objects(contract, "interactions"))
                .flatMap(interaction -> interaction.object("response").stream())
                .flatMap(response -> read(response).stream())
                .toList();
        if (responses.isEmpty()) {
            throw new ContractException(Problem.error("CONTRACT-RESPONSES", "the report has no responses in it")
                    .at(source)
                    .found(
                            document.root()
                                            .asObject()
                                            .filter(root -> root.has("contracts"))
                                            .isPresent()
                                    ? "a report of a verification in which no response was kept"
                                    : "no report of a verification")
                    .mend("verify with --report json=" + source + ", which keeps what the responses had in them"));
        }
        return responses;
    }

    private static Stream<JsonObject> objects(JsonValue holder, String name) {
        return holder.asObject()
                .flatMap(object -> object.array(name))
                .map(JsonArray::stream)
                .orElse(Stream.empty())
                .flatMap(each -> each.asObject().stream());
    }

    private static Optional<SeenResponse> read(JsonObject response) {
        Optional<String> method = response.string("method");
        Optional<String> path = response.string("path");
        int status = response.get("status").orElse(JsonNull.NULL).count().orElse(0);
        return method.isEmpty() || path.isEmpty()
                ? Optional.empty()
                : Optional.of(new SeenResponse(
                        method.get(),
                        path.get(),
                        status,
                        texts(response, "headers").toList(),
                        texts(response, "fields")
                                .flatMap(field -> RulePath.parse(field).stream())
                                .toList()));
    }

    private static Stream<String> texts(JsonObject holder, String name) {
        return holder.array(name)
                .map(JsonArray::stream)
                .orElse(Stream.empty())
                .flatMap(each -> each.asString().stream());
    }
}
