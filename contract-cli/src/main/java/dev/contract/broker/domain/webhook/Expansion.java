package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.WebhookRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values where a request of a webhook has parameters, escaped as each place needs it. What is no parameter of ours stays as it is, and
 * what a value says is never taken for a parameter itself.
 */
public final class Expansion {
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{pactbroker\\.([A-Za-z]{1,100})}");

    private final Map<String, String> values;

    public Expansion(Map<String, String> values) {
        this.values = values;
    }

    /** The request as it is sent; its body is a JSON string with the text, if there is one. */
    public WebhookRequest of(WebhookRequest template) {
        Map<String, String> headers = new LinkedHashMap<>();
        template.headers().forEach((name, value) -> headers.put(name, replace(value, Expansion::oneLine)));
        String username = template.username();
        String password = template.password();
        return new WebhookRequest(
                template.method(),
                replace(template.url(), Expansion::inUrl),
                headers,
                username == null ? null : replace(username, Expansion::oneLine),
                password == null ? null : replace(password, Expansion::oneLine),
                body(template));
    }

    private @Nullable JsonValue body(WebhookRequest template) {
        JsonValue body = template.body();
        if (body == null) {
            return null;
        }
        if (body instanceof JsonString text) {
            String type = template.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return JsonString.of(replace(text.text(), escape(type)));
        }
        return JsonString.of(inJson(body).toJson());
    }

    private static UnaryOperator<String> escape(String contentType) {
        if (contentType.contains("x-www-form-urlencoded")) {
            return Expansion::inUrl;
        }
        if (contentType.contains("xml") || contentType.contains("html")) {
            return Expansion::inXml;
        }
        return contentType.startsWith("text/") ? UnaryOperator.identity() : Expansion::inJsonText;
    }

    private JsonValue inJson(JsonValue value) {
        if (value instanceof JsonString text) {
            return JsonString.of(replace(text.text(), UnaryOperator.identity()));
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.stream().map(this::inJson).toList());
        }
        return value instanceof JsonObject object ? inJson(object) : value;
    }

    private JsonObject inJson(JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.forEach((name, value) -> members.put(replace(name, UnaryOperator.identity()), inJson(value)));
        return JsonObject.of(members);
    }

    private String replace(String text, UnaryOperator<String> escape) {
        return PARAMETER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : escape.apply(value));
        });
    }

    private static String inUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String inJsonText(String value) {
        String quoted = JsonString.of(value).toJson();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String inXml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
