package dev.contract.consumer.stub;

import static java.util.stream.Collectors.joining;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The requests of a comparison, and how each kind of server is told what to answer; all get the same requests. */
enum Load {
    /** Each interaction on a path of its own. */
    GET {
        @Override
        byte[] request(int number) {
            return LoadClient.get(path(number));
        }

        @Override
        RequestPart expected(int number) {
            return RequestPart.of(HttpRequest.of("GET", path(number)));
        }

        @Override
        String wireMock(int number) {
            return "{\"method\":\"GET\",\"urlPath\":\"" + path(number) + "\"}";
        }

        @Override
        String mockServer(int number) {
            return "{\"method\":\"GET\",\"path\":\"" + path(number) + "\"}";
        }
    },

    /** All on one path, told apart by a field of a body of 1 KB; the other fields may have any value of their kind. */
    POST {
        @Override
        byte[] request(int number) {
            return LoadClient.post("/users", json(number));
        }

        @Override
        RequestPart expected(int number) {
            HttpRequest example = HttpRequest.of("POST", "/users")
                    .withHeader("Content-Type", "application/json")
                    .withBody(Body.text(json(number), ContentType.JSON));
            return RequestPart.of(
                    example,
                    MatchingRules.NONE.with(
                            Category.BODY,
                            "$.items",
                            RuleGroup.of(new MatchingRule("type", JsonObject.of("min", JsonNumber.of(1))))),
                    Generators.NONE);
        }

        @Override
        String wireMock(int number) {
            return "{\"method\":\"POST\",\"urlPath\":\"/users\",\"bodyPatterns\":[{\"matchesJsonPath\":{"
                    + "\"expression\":\"$.user_id\",\"equalTo\":\"user" + number + "\"}}]}";
        }

        @Override
        String mockServer(int number) {
            return "{\"method\":\"POST\",\"path\":\"/users\",\"body\":{\"type\":\"JSON\",\"json\":{\"user_id\":\"user"
                    + number + "\"},\"matchType\":\"ONLY_MATCHING_FIELDS\"}}";
        }
    };

    static final String ANSWER = "{\"user_id\":\"user123\",\"exists\":true,\"name\":\"Alice\"}";

    abstract byte[] request(int number);

    abstract RequestPart expected(int number);

    /** A request pattern of WireMock. */
    abstract String wireMock(int number);

    /** A request matcher of MockServer. */
    abstract String mockServer(int number);

    byte[][] requests(int interactions) {
        return IntStream.range(0, interactions).mapToObj(this::request).toArray(byte[][]::new);
    }

    Expectations expectations(int interactions) {
        Expectations expectations = new Expectations(StubSettings.DEFAULT);
        for (int i = 0; i < interactions; i++) {
            expectations.add(new HttpInteraction(
                    "request " + i,
                    List.of(),
                    expected(i),
                    ResponsePart.of(HttpResponse.of(200).withBody(Body.text(ANSWER, ContentType.JSON))),
                    Annotations.NONE));
        }
        return expectations;
    }

    String wireMockMappings(int interactions) {
        return "{\"mappings\":"
                + each(
                        interactions,
                        i -> "{\"request\":" + wireMock(i)
                                + ",\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":"
                                + quoted(ANSWER) + "}}")
                + "}";
    }

    String mockServerExpectations(int interactions) {
        return each(
                interactions,
                i -> "{\"httpRequest\":" + mockServer(i)
                        + ",\"httpResponse\":{\"statusCode\":200,\"headers\":{\"Content-Type\":[\"application/json\"]},\"body\":"
                        + quoted(ANSWER) + "},\"times\":{\"unlimited\":true}}");
    }

    private static String each(int interactions, IntFunction<String> json) {
        return IntStream.range(0, interactions).mapToObj(json).collect(joining(",", "[", "]"));
    }

    private static String quoted(String json) {
        return '"' + json.replace("\"", "\\\"") + '"';
    }

    private static String path(int number) {
        return "/users/user" + number;
    }

    private static String json(int number) {
        return "{\"user_id\":\"user" + number + "\",\"items\":["
                + "{\"sku\":\"A-1\",\"quantity\":2,\"gift\":false},".repeat(23)
                + "{\"sku\":\"B-1\",\"quantity\":1,\"gift\":true}]}";
    }
}
