package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.secret.LikelySecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds examples that look like real secrets, before they stand in a contract for years.
 *
 * <p>They are not masked: the example is what the stub answers with and what the provider will be sent. Their author is warned instead, in the
 * log of the test.
 */
final class SecretExamples implements Interaction.Cases<List<Problem>> {
    private static final System.Logger LOG = System.getLogger(SecretExamples.class.getName());

    private final Interaction interaction;
    private final List<Problem> problems = new ArrayList<>();

    private SecretExamples(Interaction interaction) {
        this.interaction = interaction;
    }

    /** A warning for each such example. */
    static List<Problem> of(Interaction interaction) {
        SecretExamples examples = new SecretExamples(interaction);
        interaction.states().forEach(state -> examples.json("parameter of a state", "", state.parameters()));
        return interaction.fold(examples);
    }

    /** Writes the warnings into the log. */
    static void warn(Interaction interaction) {
        of(interaction).forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem.toString()));
    }

    @Override
    public List<Problem> http(HttpInteraction http) {
        HttpRequest request = http.request().example();
        for (String segment : request.path().split("/", -1)) {
            look("segment of the path", "", segment);
        }
        fields("query parameter", request.query());
        headers(request.headers());
        body("request", request.body(), request.headers());
        headers(http.response().example().headers());
        body(
                "response",
                http.response().example().body(),
                http.response().example().headers());
        return problems;
    }

    @Override
    public List<Problem> asyncMessage(AsyncMessage message) {
        part(message.message());
        return problems;
    }

    @Override
    public List<Problem> syncMessage(SyncMessage message) {
        part(message.request());
        message.responses().forEach(this::part);
        return problems;
    }

    private void part(MessagePart part) {
        json("metadata", "", part.metadata());
        body("message", part.contents(), Headers.EMPTY);
    }

    private void headers(Headers headers) {
        headers.forEach((name, values) -> values.forEach(value -> look("header", name, value)));
    }

    private void fields(String place, Query fields) {
        fields.toMap()
                .forEach((name, values) -> values.forEach(value -> look(place, name, value == null ? "" : value)));
    }

    private void body(String of, Body body, Headers headers) {
        Optional<ContentType> type = headers.contentType().or(body::contentType);
        if (!body.isPresent() || type.filter(ContentType::isBinary).isPresent()) {
            return;
        }
        if (type.filter(ContentType::isForm).isPresent()) {
            fields("field of the form", Query.parse(body.text()));
        } else {
            text("body of the " + of, body);
        }
    }

    private void text(String place, Body body) {
        try {
            json("value in the " + place, "", JsonReader.read(body.bytes()));
        } catch (JsonSyntaxException e) {
            look(place, "", body.text());
        }
    }

    private void json(String place, String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            object.forEach((key, each) -> json(place, key, each));
        } else if (value instanceof JsonArray array) {
            array.forEach(each -> json(place, name, each));
        } else {
            look(place, name, value.text());
        }
    }

    private void look(String place, String name, String value) {
        LikelySecret.in(name, value).ifPresent(kind -> {
            Location line = interaction.annotations().location();
            String where = (line == null ? "" : line + ", ") + interaction.quoted();
            problems.add(
                    Problem.warning("CONTRACT-SECRET", "an example for the contract looks like " + kind)
                            .at(where)
                            .found("the " + place + (name.isEmpty() ? "" : " " + Quoted.text(name)) + ", of "
                                    + value.length() + " characters")
                            .mend(
                                    "write an example that opens nothing, with a matcher for its shape: regex(\"Bearer .+\", \"Bearer token\")"));
        });
    }
}
