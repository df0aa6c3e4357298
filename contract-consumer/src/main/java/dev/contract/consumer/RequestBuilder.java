package dev.contract.consumer;

import dev.contract.consumer.answer.StubAnswer;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.http.WirePath;
import dev.contract.core.model.Category;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request while a test writes it. Query, headers and body are optional; {@code willRespondWith} ends the interaction.
 *
 * <pre>{@code
 * .get("/users")
 * .withQuery("limit", integer(10))
 * .withHeader("Authorization", regex("Bearer .+", "Bearer token"))
 * .willRespondWith(200, json(eachLike(object("name", like("Alice")))));
 * }</pre>
 *
 * <p>One thread at a time.
 */
public final class RequestBuilder {
    private final String method;
    private final String path;
    private final HttpPart part = new HttpPart();
    private final Ending end;
    private Query query = Query.EMPTY;

    RequestBuilder(String method, Object path, Ending end) {
        this.method = method;
        this.end = end;
        String text = part.single(Category.PATH, path);
        if (!text.startsWith("/")) {
            throw Mistake.of(Problem.error("CONTRACT-INTERACTION", "the path of a request does not begin with a slash")
                    .found(Quoted.text(text))
                    .mend("write only what follows the host, for example \"/users/42\""));
        }
        int mark = path instanceof Matcher ? -1 : text.indexOf('?');
        if (mark >= 0) {
            this.query = Query.of(Query.parse(text.substring(mark + 1)).toMap());
        }
        this.path = WirePath.encoded(mark < 0 ? text : text.substring(0, mark));
    }

    /**
     * Demands a query parameter.
     *
     * @param name decoded
     * @param values texts, numbers, booleans, or matchers of them; several for a parameter that is repeated
     */
    public RequestBuilder withQuery(String name, @Nullable Object... values) {
        if (query.has(name)) {
            throw Mistake.of(Problem.error(
                            "CONTRACT-INTERACTION", "the query parameter " + Quoted.text(name) + " is given twice")
                    .mend("give all its values in one call: .withQuery(" + Quoted.text(name) + ", first, second)"));
        }
        query = query.with(name, part.values(Category.QUERY, name, values));
        return this;
    }

    /**
     * Demands a header; others may be sent beside it.
     *
     * @param values texts, numbers, booleans, or matchers of them
     */
    public RequestBuilder withHeader(String name, @Nullable Object... values) {
        part.header(name, values);
        return this;
    }

    /** Demands a JSON body, of type {@code application/json} (any charset) unless a header says otherwise. */
    public RequestBuilder withBody(Matcher json) {
        part.body(Contents.json(json));
        return this;
    }

    /** Demands a body that is no JSON: {@code form(…)}, {@code xml(…)} or {@code multipart(…)}, of their types unless a header says otherwise. */
    public RequestBuilder withBody(ExampleBody example) {
        part.body(example.contents());
        return this;
    }

    /** Demands a text of this type: JSON, XML and form fields are compared by what they say, other texts exactly. */
    public RequestBuilder withBody(String contentType, String text) {
        part.body(Contents.of(contentType, text));
        return this;
    }

    /** Demands a body of this type that is like the matcher's example: JSON for a JSON type, a text otherwise. */
    public RequestBuilder withBody(String contentType, Matcher example) {
        part.body(Contents.of(contentType, example));
        return this;
    }

    /** Demands exactly these bytes. */
    public RequestBuilder withBody(String contentType, byte[] bytes) {
        part.body(Contents.of(contentType, bytes));
        return this;
    }

    /** Demands bytes that look like this media type, whatever their content: an image, a document. */
    public RequestBuilder withBodyLike(String contentType, byte[] example) {
        part.body(Contents.like(contentType, example));
        return this;
    }

    /**
     * Demands what a file holds: a text for types that are texts, bytes for others. Its path is seen from the folder that tests run in.
     *
     * @throws dev.contract.core.problem.ContractException if the file cannot be read, or is longer than 16 MiB
     */
    public RequestBuilder withBody(String contentType, Path file) {
        part.body(Contents.file(contentType, file));
        return this;
    }

    /** Ends the interaction: a response without a body. */
    public Answers willRespondWith(int status) {
        return willRespondWith(new ResponseBuilder(status));
    }

    /** Ends the interaction: a response with a JSON body. */
    public Answers willRespondWith(int status, Matcher json) {
        return willRespondWith(new ResponseBuilder(status).withBody(json));
    }

    /** Ends the interaction: a response with a body that is no JSON. */
    public Answers willRespondWith(int status, ExampleBody example) {
        return willRespondWith(new ResponseBuilder(status).withBody(example));
    }

    /**
     * Ends the interaction: {@code response(201).withHeader("Location", …)}.
     *
     * @throws dev.contract.core.problem.ContractException if an example is not accepted by its own matchers
     */
    public Answers willRespondWith(ResponseBuilder response) {
        RequestPart request = checked();
        ResponsePart answer = response.checked();
        return end.with(request, answer);
    }

    /**
     * Ends an interaction that stays out of the contract: a fault, or another answer that no contract holds.
     *
     * @throws dev.contract.core.problem.ContractException if the interaction is not {@linkplain InteractionBuilder#stubOnly() for the
     *     stub only}
     */
    public Answers willRespondWith(StubAnswer answer) {
        return end.with(checked(), answer, "willRespondWith(" + answer + ")");
    }

    /**
     * Ends an interaction that stays out of the contract: what a function makes of the request.
     *
     * @param making may wait; when it throws, the client gets status 500 with the reason
     * @throws dev.contract.core.problem.ContractException if the interaction is not {@linkplain InteractionBuilder#stubOnly() for the
     *     stub only}
     */
    public Answers willRespondWith(Function<HttpRequest, ResponseBuilder> making) {
        return end.with(checked(), Answers.function(making), "willRespondWith(a function)");
    }

    private RequestPart checked() {
        RequestPart request = part();
        OwnExample.check(request);
        return request;
    }

    private RequestPart part() {
        HttpRequest example = new HttpRequest(method, path, query, part.headers(), part.body());
        Draft.refuse(part.presence(), "a request: a consumer knows what it sends");
        return RequestPart.of(example, part.rules(), part.generators());
    }
}
