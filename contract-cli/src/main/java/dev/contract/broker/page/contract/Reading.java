package dev.contract.broker.page.contract;

import dev.contract.broker.page.contract.Exchange.Field;
import dev.contract.broker.page.contract.Exchange.Part;
import dev.contract.broker.page.contract.Exchange.State;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads interactions as people do, within what a page may show. One thread at a time. */
public final class Reading implements Interaction.Cases<Exchange> {
    private static final int MOST_FIELDS = 100;

    /** What may stand behind a name: which of its values is meant. */
    private static final Pattern POSITION = Pattern.compile("(\\[(\\d+|\\*)])?");

    private final Allowance allowance;

    public Reading(Allowance allowance) {
        this.allowance = allowance;
    }

    /** The interaction in words and lines. */
    public Exchange of(Interaction interaction) {
        return interaction.fold(this);
    }

    @Override
    public Exchange http(HttpInteraction interaction) {
        HttpRequest request = interaction.request().example();
        String headline = request.method() + " " + request.path() + " → "
                + interaction.response().example().status();
        return exchange(
                interaction,
                "HTTP",
                allowance.cut(headline),
                List.of(request(interaction.request()), response(interaction.response())),
                CurlLine.of(request));
    }

    @Override
    public Exchange asyncMessage(AsyncMessage message) {
        return exchange(message, "message", "", List.of(message("Message", message.message())), "");
    }

    @Override
    public Exchange syncMessage(SyncMessage message) {
        List<Part> parts = new ArrayList<>();
        parts.add(message("Message", message.request()));
        message.responses().stream()
                .limit(MOST_FIELDS)
                .forEach(response -> parts.add(message(parts.size() == 1 ? "Answer" : "Or the answer", response)));
        return exchange(message, "message with an answer", "", parts, "");
    }

    private Exchange exchange(Interaction interaction, String kind, String headline, List<Part> parts, String curl) {
        JsonObject comments = interaction.annotations().comments();
        return new Exchange(
                interaction.annotations().extra().string("_id").orElse(""),
                kind,
                allowance.cut(interaction.description()),
                headline,
                interaction.annotations().pending(),
                interaction.states().stream()
                        .limit(MOST_FIELDS)
                        .map(this::state)
                        .toList(),
                comments(comments),
                allowance.cut(comments.string("testname").orElse("")),
                parts,
                curl);
    }

    private State state(ProviderState state) {
        List<Field> parameters = new ArrayList<>();
        state.parameters().forEach((name, value) -> add(parameters, "", name, value.text(), Said::new));
        return new State(allowance.cut(state.name()), parameters);
    }

    /** The texts of the well-known comment, then what else somebody wrote. */
    private List<String> comments(JsonObject comments) {
        List<String> texts = new ArrayList<>();
        comments.array("text").orElse(JsonArray.EMPTY).stream()
                .limit(MOST_FIELDS)
                .forEach(text -> texts.add(allowance.cut(text.text())));
        comments.forEach((name, value) -> {
            if (!List.of("text", "testname", "testline").contains(name) && texts.size() < MOST_FIELDS) {
                texts.add(allowance.cut(name + ": " + value.text()));
            }
        });
        return texts;
    }

    private Part request(RequestPart part) {
        HttpRequest request = part.example();
        List<Field> fields = new ArrayList<>();
        add(fields, "method", "", request.method(), () -> said(part.rules(), part.generators(), Category.METHOD, ""));
        add(fields, "path", "", request.path(), () -> said(part.rules(), part.generators(), Category.PATH, ""));
        query(fields, request.query(), part.rules(), part.generators());
        headers(fields, request.headers(), part.rules(), part.generators());
        return new Part(
                "Request",
                fields,
                BodyLines.of(
                        request.body(), request.headers().contentType(), part.rules(), part.generators(), allowance));
    }

    private Part response(ResponsePart part) {
        List<Field> fields = new ArrayList<>();
        add(
                fields,
                "status",
                "",
                String.valueOf(part.example().status()),
                () -> said(part.rules(), part.generators(), Category.STATUS, ""));
        Headers headers = part.example().headers();
        headers(fields, headers, part.rules(), part.generators());
        return new Part(
                "Response",
                fields,
                BodyLines.of(part.example().body(), headers.contentType(), part.rules(), part.generators(), allowance));
    }

    private Part message(String title, MessagePart part) {
        List<Field> fields = new ArrayList<>();
        part.metadata()
                .forEach((name, value) -> add(
                        fields,
                        "metadata",
                        name,
                        value.text(),
                        () -> said(part.rules(), part.generators(), Category.METADATA, name)));
        Optional<ContentType> type = MessagePart.contentType(part.metadata());
        return new Part(title, fields, BodyLines.of(part.contents(), type, part.rules(), part.generators(), allowance));
    }

    private void query(List<Field> fields, Query query, MatchingRules rules, Generators generators) {
        query.toMap()
                .forEach((name, values) -> values.forEach(value -> add(
                        fields,
                        "query",
                        name,
                        value == null ? "" : value,
                        () -> said(rules, generators, Category.QUERY, name))));
    }

    private void headers(List<Field> fields, Headers headers, MatchingRules rules, Generators generators) {
        headers.forEach((name, values) -> add(
                fields,
                "header",
                name,
                String.join(", ", values),
                () -> said(rules, generators, Category.HEADER, name)));
    }

    private void add(List<Field> fields, String where, String name, String value, Supplier<Said> rules) {
        if (fields.size() == MOST_FIELDS) {
            allowance.exceed();
        } else {
            fields.add(new Field(
                    where,
                    allowance.cut(name),
                    allowance.cut(value),
                    rules.get().within(allowance)));
        }
    }

    /** Names of headers are compared without regard to case; a query's may have a position behind them. */
    private static Said said(MatchingRules rules, Generators generators, Category category, String name) {
        Said said = new Said();
        rules.of(category).forEach((key, group) -> {
            if (names(key, name, category)) {
                said.add(group);
            }
        });
        generators.of(category).forEach((key, generator) -> {
            if (names(key, name, category)) {
                said.add(generator);
            }
        });
        return said;
    }

    private static boolean names(String key, String name, Category category) {
        return key.regionMatches(category == Category.HEADER, 0, name, 0, name.length())
                && POSITION.matcher(key.substring(name.length())).matches();
    }
}
