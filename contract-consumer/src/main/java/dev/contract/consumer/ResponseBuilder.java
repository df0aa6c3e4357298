package dev.contract.consumer;

import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.consumer.template.ResponseTemplate;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A response while a test writes it; made by {@link Matchers#response(int)}.
 *
 * <pre>{@code
 * .willRespondWith(response(201)
 *         .withHeader("Location", regex("/orders/\\d+", "/orders/7"))
 *         .withBody(json(object("order_id", integer(7)))));
 * }</pre>
 *
 * <p>One thread at a time.
 */
public final class ResponseBuilder {
    private final HttpPart part = new HttpPart();
    private final int status;

    ResponseBuilder(Object status) {
        String text = part.single(Category.STATUS, status);
        if (!text.matches("[1-5][0-9][0-9]")) {
            throw Mistake.of(
                    Problem.error("CONTRACT-INTERACTION", "the status of a response is not between 100 and 599")
                            .found(Quoted.text(text))
                            .mend("give a status such as 200, or a matcher of one such as successStatus(200)"));
        }
        this.status = Integer.parseInt(text);
    }

    /**
     * Demands a header; the provider may send others beside it.
     *
     * @param values texts, numbers, booleans, or matchers of them
     */
    public ResponseBuilder withHeader(String name, @Nullable Object... values) {
        part.header(name, values);
        return this;
    }

    /** Demands a JSON body, of type {@code application/json} (any charset) unless a header says otherwise. */
    public ResponseBuilder withBody(Matcher json) {
        part.body(Contents.json(json));
        return this;
    }

    /** Demands a body that is no JSON: {@code form(…)}, {@code xml(…)} or {@code multipart(…)}, of their types unless a header says otherwise. */
    public ResponseBuilder withBody(ExampleBody example) {
        part.body(example.contents());
        return this;
    }

    /** Demands a text of this type: JSON, XML and form fields are compared by what they say, other texts exactly. */
    public ResponseBuilder withBody(String contentType, String text) {
        part.body(Contents.of(contentType, text));
        return this;
    }

    /** Demands a body of this type that is like the matcher's example: JSON for a JSON type, a text otherwise. */
    public ResponseBuilder withBody(String contentType, Matcher example) {
        part.body(Contents.of(contentType, example));
        return this;
    }

    /** Demands exactly these bytes. */
    public ResponseBuilder withBody(String contentType, byte[] bytes) {
        part.body(Contents.of(contentType, bytes));
        return this;
    }

    /** Demands bytes that look like this media type, whatever their content: an image, a document. */
    public ResponseBuilder withBodyLike(String contentType, byte[] example) {
        part.body(Contents.like(contentType, example));
        return this;
    }

    /**
     * Demands what a file holds: a text for types that are texts, bytes for others. Its path is seen from the folder that tests run in.
     *
     * @throws dev.contract.core.problem.ContractException if the file cannot be read, or is longer than 16 MiB
     */
    public ResponseBuilder withBody(String contentType, Path file) {
        part.body(Contents.file(contentType, file));
        return this;
    }

    /**
     * This response, with parts of the request wherever a header or the body says <code>{{json.order.id}}</code>, <code>{{path[1] | upper}}</code> and
     * the like: an answer for the stub alone. What the request does not have is empty, or null in JSON.
     *
     * @throws dev.contract.core.problem.ContractException if such a place cannot be read
     */
    public StubAnswer fromRequest() {
        ResponsePart part = checked();
        ResponseTemplate template = Mistake.here(() -> new ResponseTemplate(part.example()));
        return Mistake.here(() -> Responder.template(
                part, request -> ResponsePart.of(template.fill(request), part.rules(), part.generators())));
    }

    /** The response, if its examples are accepted by their own matchers. */
    ResponsePart checked() {
        ResponsePart part = part();
        OwnExample.check(part);
        return part;
    }

    private ResponsePart part() {
        HttpResponse example = new HttpResponse(status, part.headers(), part.body());
        return new ResponsePart(
                example, part.rules(), part.generators(), part.presence().addTo(JsonObject.EMPTY));
    }
}
