package dev.contract.consumer.template;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.xml.XmlText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A response whose headers and body have places for parts of the request.
 *
 * <p>In a JSON body the places stand inside strings: a string that is one place takes the value with its kind, so that a number stays a
 * number. In XML and form fields values are escaped; other texts take them as they are; bytes that are no text stay untouched.
 *
 * <p>Immutable and thread-safe.
 */
public final class ResponseTemplate {
    private final HttpResponse response;
    private final Map<String, List<TextTemplate>> headers = new LinkedHashMap<>();
    private final BodyTemplate body;

    /** Makes a body of what was asked. */
    private interface BodyTemplate {
        Body fill(Asked asked);
    }

    /**
     * Reads the places of a response.
     *
     * @throws dev.contract.core.problem.ContractException when one cannot be read
     */
    public ResponseTemplate(HttpResponse response) {
        this.response = response;
        response.headers()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream()
                                .map(value -> TextTemplate.read(value, "the header " + name))
                                .toList()));
        this.body = body(response.body());
    }

    /**
     * As the constructor, for templates of others: files of this machine are not for them.
     *
     * @throws dev.contract.core.problem.ContractException when a place cannot be read, or when one looks something up in a file
     */
    public static ResponseTemplate withoutFiles(HttpResponse response) {
        List<String> texts = new ArrayList<>(List.of(text(response.body())));
        response.headers().forEach((name, values) -> texts.addAll(values));
        if (texts.stream().anyMatch(text -> text.contains("lookup"))) {
            throw new ContractException(Problem.error(
                            "CONTRACT-TEMPLATE", "a template from elsewhere looks nothing up in files of this machine")
                    .found("the word lookup")
                    .mend("give the value itself, or an answer for each"));
        }
        return new ResponseTemplate(response);
    }

    /** Without the escapes that JSON may have. */
    private static String text(Body body) {
        try {
            return body.isPresent() ? JsonReader.read(body.bytes()).toJson() : "";
        } catch (JsonSyntaxException e) {
            return body.text();
        }
    }

    private static BodyTemplate body(Body body) {
        ContentType type = body.contentType().orElse(ContentType.OCTET_STREAM);
        if (!body.isPresent() || type.isBinary()) {
            return asked -> body;
        }
        if (type.isJson()) {
            return json(body);
        }
        TextTemplate text = TextTemplate.read(body.text(), "the body");
        UnaryOperator<String> escape = escape(type);
        return asked ->
                Body.text(text.fill(asked, escape), type).withHint(body.hint().orElse(null));
    }

    private static BodyTemplate json(Body body) {
        try {
            JsonTemplate json = JsonTemplate.read(JsonReader.read(body.bytes()));
            return asked ->
                    Body.text(json.fill(asked).toJson(), body.contentType().orElse(null));
        } catch (JsonSyntaxException e) {
            return asked -> body;
        }
    }

    private static UnaryOperator<String> escape(ContentType type) {
        if (type.isXml()) {
            return XmlText::attribute;
        }
        return type.isForm() ? text -> URLEncoder.encode(text, StandardCharsets.UTF_8) : UnaryOperator.identity();
    }

    /**
     * The response to a request. What the request does not have is empty, or null in JSON.
     *
     * @throws dev.contract.core.problem.ContractException when the response would be longer than 16 Mi characters
     */
    public HttpResponse fill(HttpRequest request) {
        Asked asked = new Asked(request);
        Headers.Builder filled = Headers.builder();
        headers.forEach((name, values) -> filled.addAll(name, lines(values, asked)));
        return new HttpResponse(response.status(), filled.build(), body.fill(asked));
    }

    /** A value must not end its line: what follows would be a header that nobody meant. */
    private static List<String> lines(List<TextTemplate> values, Asked asked) {
        List<String> lines = new ArrayList<>();
        values.forEach(
                value -> lines.add(value.fill(asked, UnaryOperator.identity()).replaceAll("[\\r\\n]+", " ")));
        return lines;
    }
}
