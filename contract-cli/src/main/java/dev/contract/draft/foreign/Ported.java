package dev.contract.draft.foreign;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import dev.contract.draft.DraftSettings;
import dev.contract.draft.Drafting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An interaction that is being put together of what another tool says. Used once. */
final class Ported {
    /** Advice of what a contract cannot be made of. */
    static final String BY_HAND = "declare the interaction in a consumer test";

    /** Advice of what a stub does beyond a contract. */
    static final String STUBS_OWN = "say so to the stub, in consumer tests";

    private static final String CODE = "CONTRACT-IMPORT";

    private final JsonValue place;
    private final Location source;
    private final List<Problem> obstacles = new ArrayList<>();
    private final List<Problem> remarks = new ArrayList<>();

    private String method = "";
    private String path = "";
    private final Map<String, List<@Nullable String>> query = new LinkedHashMap<>();
    private final Headers.Builder headers = Headers.builder();
    private final List<String> cookies = new ArrayList<>();
    private Body body = Body.MISSING;
    private MatchingRules rules = MatchingRules.NONE;
    private final List<ProviderState> states = new ArrayList<>();
    private @Nullable String contentType;

    /** @param place where the other tool says it */
    Ported(JsonValue place, Location source) {
        this.place = place;
        this.source = source;
    }

    /** Something that a contract cannot say, so that the whole becomes no interaction. */
    void cannot(@Nullable JsonValue at, String what, String mend) {
        obstacles.add(Problem.error(CODE, "this becomes no interaction")
                .at(at(at))
                .found(what)
                .mend(mend));
    }

    /** Something that the interaction is without. */
    void without(@Nullable JsonValue at, String what, String mend) {
        remarks.add(Problem.warning(CODE, "this is left away")
                .at(at(at))
                .found(what)
                .mend(mend));
    }

    private Location at(@Nullable JsonValue value) {
        Location inside = value == null ? null : value.location();
        Location whole = place.location();
        return inside != null ? inside : whole != null ? whole : source;
    }

    void state(String name) {
        states.add(ProviderState.of(name));
    }

    void method(String name) {
        method = name;
    }

    void path(Wanted wanted) {
        path = wanted.example();
        wanted.rule().ifPresent(rule -> rules = rules.with(Category.PATH, "", RuleGroup.of(rule)));
    }

    void query(String name, List<String> values, Optional<MatchingRule> rule) {
        query.put(name, new ArrayList<>(values));
        rule.ifPresent(it -> rules = rules.with(Category.QUERY, name, RuleGroup.of(it)));
    }

    void query(Query exact) {
        query.putAll(exact.toMap());
    }

    void header(String name, Wanted wanted) {
        headers.add(name, wanted.example());
        if (name.equalsIgnoreCase("Content-Type")) {
            contentType = wanted.example();
        }
        wanted.rule().ifPresent(rule -> rules = rules.with(Category.HEADER, name, RuleGroup.of(rule)));
    }

    void cookie(String name, Wanted wanted) {
        cookies.add(name + "=" + wanted.example());
    }

    /** The body, by rules whose keys are paths. */
    void body(Body content, Map<String, RuleGroup> ofBody) {
        body = content;
        ofBody.forEach((key, group) -> rules = rules.with(Category.BODY, key, group));
    }

    /** What the headers say that the body is, as far as they were told. */
    Optional<ContentType> type() {
        return ContentType.parse(contentType);
    }

    boolean isPossible() {
        return obstacles.isEmpty();
    }

    /** What is to be told, however it ended; what is left away counts only where something stays. */
    List<Problem> problems() {
        return obstacles.isEmpty() ? remarks : obstacles;
    }

    /** The interaction with an answer that is an example for others, as those of stubs are. */
    HttpInteraction answeredLike(String description, HttpResponse example, DraftSettings settings) {
        return answeredBy(description, Drafting.response(example, settings), settings);
    }

    HttpInteraction answeredBy(String description, ResponsePart response, DraftSettings settings) {
        if (!cookies.isEmpty()) {
            headers.add("Cookie", String.join("; ", cookies));
        }
        Headers all = headers.build();
        if (body.isPresent() && !all.has("Content-Type")) {
            all = all.with("Content-Type", typeOfBody().toString());
        }
        HttpRequest example = new HttpRequest(method, path, Query.of(query), all, body.withContentType(null));
        RequestPart request = Drafting.withoutSecrets(RequestPart.of(example, rules, Generators.NONE), settings);
        return new HttpInteraction(
                description, states, request, response, Annotations.NONE.withLocation(place.location()));
    }

    private ContentType typeOfBody() {
        return body.contentType().orElse(ContentType.TEXT);
    }

    /** The status of an answer; 200, and told, when it is none. */
    int status(JsonValue status) {
        if (!status.text().matches("[1-5]\\d\\d")) {
            cannot(status, "this is no status", "write a status such as 200");
            return 200;
        }
        return Integer.parseInt(status.text());
    }

    /** Fields with one value, or with an array of them. */
    static Headers fields(JsonObject written) {
        Headers.Builder fields = Headers.builder();
        written.forEach((name, value) -> value.asArray()
                .map(JsonArray::elements)
                .orElse(List.of(value))
                .forEach(each -> fields.addLine(name, each.text())));
        return fields.build();
    }

    /**
     * What a file holds that is named for a body; empty, and told, when there is none.
     *
     * @param where it has to lie: {@code in __files}
     */
    Body file(JsonValue name, Attachments files, String where) {
        Optional<byte[]> bytes = files.find(name.text());
        if (bytes.isEmpty()) {
            cannot(name, "there is no file " + Quoted.text(name.text()) + " " + where, "add it, or correct the name");
        }
        return bytes.map(Ported::bytes).orElse(Body.EMPTY);
    }

    /** What an object is about, by its first name. */
    static String word(JsonObject object, String otherwise) {
        return object.isEmpty() ? otherwise : Quoted.text(object.nameAt(0));
    }

    /** The bytes of a text in Base64; empty, and told, when it is none. */
    Optional<byte[]> decoded(JsonValue text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text.text()));
        } catch (IllegalArgumentException e) {
            cannot(text, "a text that should be Base64 is none", "correct it");
            return Optional.empty();
        }
    }

    /** A rule for texts of which the whole matches; empty, and told, when the expression is none. */
    Optional<MatchingRule> rule(JsonValue at, String regex) {
        try {
            BoundedRegex unused = BoundedRegex.parse(regex);
            return Optional.of(MatchingRule.regex(regex));
        } catch (RegexSyntaxException e) {
            cannot(at, "the regular expression " + Quoted.text(regex) + " is broken: " + e.reason(), "correct it");
            return Optional.empty();
        }
    }

    /** An answer whose body says what it is, for whoever serves it as it is has no words for that. */
    static HttpResponse typed(HttpResponse response) {
        Body body = response.body();
        HttpResponse plain = response.withBody(body.withContentType(null));
        return !body.isPresent() || response.headers().has("Content-Type")
                ? plain
                : plain.withHeader(
                        "Content-Type",
                        body.contentType().orElse(ContentType.TEXT).toString());
    }

    /** A body of text, of the type that it looks like. */
    static Body text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of the type that it looks like. */
    static Body bytes(byte[] bytes) {
        return bytes.length == 0 ? Body.EMPTY : Body.of(bytes, ContentTypeDetection.detect(bytes));
    }

    /** A text of which the whole matches; empty, and told, when there is no example for it. */
    Optional<Wanted> matching(JsonValue at, String regex) {
        Optional<Wanted> wanted = Wanted.matching(regex);
        if (wanted.isEmpty()) {
            cannot(
                    at,
                    "no example can be found for the regular expression " + Quoted.text(regex),
                    "write a simpler one, or " + BY_HAND);
        }
        return wanted;
    }
}
