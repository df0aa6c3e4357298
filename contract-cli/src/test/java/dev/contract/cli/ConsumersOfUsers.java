package dev.contract.cli;

import java.nio.file.Path;

/** Five consumers of the {@link ChangingService}, each of which reads a part of what it offers. */
final class ConsumersOfUsers {
    private static final String USER = """
            {"type": "Synchronous/HTTP", "description": "a request for a user",
             "request": {"method": "GET", "path": "/users/4711"},
             "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                          "body": {"contentType": "application/json", "content": %s},
                          "matchingRules": {"body": {%s}}}}
            """;

    private ConsumersOfUsers() {}

    /** Writes their contracts. */
    static void writeTo(Path directory) {
        write(
                directory,
                "web",
                user(
                        "{\"id\": 1, \"name\": \"Al\", \"email\": \"a@b\", \"address\": {\"street\": \"S 1\", \"city\": \"C\", \"zip\": \"12345\"}}",
                        rule("$.id", "{\"match\": \"integer\"}"),
                        rule("$.name", "{\"match\": \"type\"}"),
                        rule("$.email", "{\"match\": \"regex\", \"regex\": \".+@.+\"}"),
                        rule("$.address", "{\"match\": \"type\"}"),
                        rule("$.address.zip", "{\"match\": \"regex\", \"regex\": \"\\\\d{5}\"}")));
        write(
                directory,
                "shop",
                user(
                        "{\"id\": 1, \"orders\": [{\"id\": 5, \"total\": 1.5, \"items\": [{\"sku\": \"X-1\", \"qty\": 1}]}]}",
                        rule("$.id", "{\"match\": \"integer\"}"),
                        rule("$.orders", "{\"match\": \"type\", \"min\": 1}"),
                        rule("$.orders[*].total", "{\"match\": \"decimal\"}"),
                        rule("$.orders[*].items", "{\"match\": \"type\", \"min\": 1}"),
                        rule("$.orders[*].items[*].qty", "{\"match\": \"number\"}")));
        write(
                directory,
                "mail",
                user(
                        "{\"email\": \"c@d\", \"locale\": \"en\", \"active\": true, \"company\": {\"name\": \"X\"}}",
                        rule("$.email", "{\"match\": \"type\"}"),
                        rule("$.active", "{\"match\": \"boolean\"}"),
                        rule("$.company.name", "{\"match\": \"notEmpty\"}")));
        write(
                directory,
                "admin",
                user(
                                "{\"age\": 1, \"score\": 1.5, \"createdAt\": \"2020-01-01T00:00:00Z\", \"tags\": [\"t\"], \"orders\": [{\"status\": \"open\"}]}",
                                rule("$.age", "{\"match\": \"integer\"}"),
                                rule("$.score", "{\"match\": \"number\"}"),
                                rule(
                                        "$.createdAt",
                                        "{\"match\": \"datetime\", \"format\": \"yyyy-MM-dd'T'HH:mm:ssX\"}"),
                                rule("$.tags", "{\"match\": \"type\", \"min\": 1}"),
                                rule("$.orders", "{\"match\": \"type\"}"),
                                rule("$.orders[*].status", "{\"match\": \"regex\", \"regex\": \"open|paid\"}"))
                        + ", " + """
                {"type": "Synchronous/HTTP", "description": "a request for nobody",
                 "request": {"method": "GET", "path": "/users/99"}, "response": {"status": 404}}
                """);
        write(
                directory,
                "signup",
                user(
                                "{\"bio\": \"x\", \"company\": {\"size\": 1}}",
                                rule("$.bio", "{\"match\": \"type\"}"),
                                rule("$.company.size", "{\"match\": \"integer\"}"))
                        + ", " + """
                {"type": "Synchronous/HTTP", "description": "a new user",
                 "request": {"method": "POST", "path": "/users", "query": {"source": ["web"]},
                             "headers": {"X-Tenant": ["t"], "Content-Type": ["application/json"]},
                             "body": {"contentType": "application/json", "content": {"name": "New"}}},
                 "response": {"status": 201, "headers": {"Location": ["/users/1"]},
                              "body": {"contentType": "application/json", "content": {"id": 1}},
                              "matchingRules": {"header": {"Location": {"matchers": [{"match": "regex", "regex": "/users/\\\\d+"}]}},
                                                "body": {"$.id": {"matchers": [{"match": "integer"}]}}}}}
                """);
    }

    private static String user(String body, String... rules) {
        return USER.formatted(body, String.join(", ", rules));
    }

    private static String rule(String path, String matcher) {
        return "\"" + path + "\": {\"matchers\": [" + matcher + "]}";
    }

    private static void write(Path directory, String consumer, String interactions) {
        Contracts.write(directory, consumer + "-users.json", """
                {"consumer": {"name": "%s"}, "provider": {"name": "users"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """.formatted(consumer, interactions));
    }
}
