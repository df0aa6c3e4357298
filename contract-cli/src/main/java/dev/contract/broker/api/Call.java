package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LabelName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.publishing.Arrivals;
import dev.contract.broker.domain.webhook.Events;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request on its way to an answer: its parts as typed values, and all that a handler needs to answer it. */
record Call(
        HttpRequest request,
        Map<String, String> values,
        Transaction kept,
        Links links,
        ApiSettings settings,
        Admission admission,
        Instant now) {
    /** 25 MB, 200 levels, 20 million characters in a string. */
    static final JsonLimits LIMITS = new JsonLimits(25_000_000, 200, 20_000_000);

    /** The same call with another query. */
    Call asking(Query query) {
        return new Call(request.withQuery(query), values, kept, links, settings, admission, now);
    }

    /** Forms send their empty fields, too. What is left keeps its order, which tells in lists of objects what belongs together. */
    Call withoutBlanks() {
        return asking(Query.parse(Stream.of(request.query().encoded().split("&", -1))
                .filter(piece -> Query.parse(piece).toMap().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value != null && !value.isBlank()))
                .collect(Collectors.joining("&"))));
    }

    /** The value of a name in the path. */
    String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private <T> T name(String name, Function<String, T> parse) {
        try {
            return parse.apply(value(name));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(name, Fields.predicate(e.getMessage()));
        }
    }

    PacticipantName pacticipantName(String name) {
        return name(name, PacticipantName::new);
    }

    VersionNumber versionNumber() {
        return versionNumber("version");
    }

    VersionNumber versionNumber(String name) {
        return name(name, VersionNumber::new);
    }

    BranchName branchName() {
        return name("branch", BranchName::new);
    }

    TagName tagName() {
        return tagName("tag");
    }

    TagName tagName(String name) {
        return name(name, TagName::new);
    }

    LabelName label() {
        return name("label", LabelName::new);
    }

    /** The application that the path names, which must be known. */
    Pacticipant pacticipant(String name) {
        PacticipantName wanted = pacticipantName(name);
        return kept.pacticipants()
                .find(wanted)
                .orElseThrow(() -> Failure.unknown("There is no application named " + wanted + "."));
    }

    Party party(String name) {
        return pacticipant(name).party();
    }

    /** The version that the path names, which must be known. */
    Version version() {
        Party owner = party("pacticipant");
        return kept.versions()
                .find(owner, versionNumber())
                .orElseThrow(() -> Failure.unknown("There is no version " + versionNumber() + " of " + owner + "."));
    }

    Environment environment() {
        String uuid = value("environment");
        return kept.environments()
                .byUuid(uuid)
                .orElseThrow(() -> Failure.unknown("There is no environment with the UUID " + uuid + "."));
    }

    /** The first value of a query parameter; empty when there is none or it has no value. */
    Optional<String> query(String name) {
        return request.query().values(name).stream().filter(Objects::nonNull).findFirst();
    }

    /** The text that the names in a list are to hold; empty for all of them. */
    String searched() {
        String text = query("q").orElse("");
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("q", "has a line end or another control character");
        }
        return text;
    }

    boolean accepts(String type) {
        return request.headers().values("Accept").stream().anyMatch(accept -> accept.contains(type));
    }

    Arrivals arrivals() {
        return new Arrivals(kept, settings.policies(), now);
    }

    /** Tells webhooks of what this request does. */
    Events events() {
        return new Events(kept, links, now);
    }

    /** The body as an object; an empty one where there is no body. Who needs nothing of it reads it, too: rubbish is no request. */
    JsonObject body() {
        if (!request.body().isPresent()) {
            return JsonObject.EMPTY;
        }
        return json().asObject().orElseThrow(() -> Failure.of(400, "The body is JSON, but no object."));
    }

    /** The fields of the body. */
    Fields fields() {
        return new Fields(body());
    }

    /** The body as JSON; it must be there. */
    JsonValue json() {
        if (!request.body().isPresent()) {
            throw Failure.of(400, "The request has no body, where JSON is needed.");
        }
        try {
            return JsonReader.readLocated("body", request.body().bytes(), LIMITS)
                    .root();
        } catch (JsonSyntaxException e) {
            throw Failure.of(400, "The body is not JSON: " + e.reason());
        }
    }

    /** The address of this broker as everybody may use it: pages have addresses without the host. */
    String publicAddress() {
        return BaseUrl.of(request, settings.baseUrls());
    }

    /** What is known of pacts at provider versions. */
    Evidence evidence() {
        return new Evidence(kept, settings.comparing());
    }

    /** The address of this request, without its query. */
    String self() {
        return links.base() + request.path();
    }
}
