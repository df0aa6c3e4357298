package dev.contract.compare.edit;

import dev.contract.core.format.ContractReader;
import dev.contract.core.model.Contract;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Contracts with a provider of users. */
final class Contracts {
    static final Contract WEB =
            contract("web", http("GET /users/7", "{}", """
                    {"status": 200, "headers": {"Content-Type": ["application/json"], "ETag": ["1"]},
                     "body": {"contentType": "application/json", "content": {"id": 7, "name": "Al", "home": {"zip": "1"}, "tags": [{"key": "a"}]}},
                     "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]},
                                                "$.tags": {"matchers": [{"match": "type", "min": 1}]}}}}
                    """), http("GET /users/8", "{}", "{\"status\": 404}"));

    static final Contract APP = contract("app", http("POST /users", """
                    {"headers": {"X-Tenant": ["t"]}, "query": {"dry": ["1"]},
                     "body": {"contentType": "application/json", "content": {"name": "Al"}}}
                    """, "{\"status\": 201}"));

    private Contracts() {}

    static Contract contract(String consumer, String... interactions) {
        String json = """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, String.join(",", interactions));
        return ContractReader.read(consumer + ".json", json.getBytes(StandardCharsets.UTF_8))
                .contract()
                .orElseThrow();
    }

    static String http(String operation, String request, String response) {
        String[] words = operation.split(" ", 2);
        return """
                {"type": "Synchronous/HTTP", "description": "%s",
                 "request": {"method": "%s", "path": "%s"%s}, "response": %s}
                """.formatted(
                operation,
                words[0],
                words[1],
                request.equals("{}")
                        ? ""
                        : ", " + request.strip().substring(1, request.strip().length() - 1),
                response);
    }

    /** All that breaks an interaction, on one line. */
    static String sentences(Breakage breakage) {
        return breakage.differences().stream().map(Difference::sentence).collect(Collectors.joining("; "));
    }
}
