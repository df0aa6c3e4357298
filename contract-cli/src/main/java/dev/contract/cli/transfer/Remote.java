package dev.contract.cli.transfer;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerResource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The other broker, as far as it can be read.
 *
 * @param mostPages how long a list may be: whoever sends one without an end is not listened to for ever
 */
record Remote(BrokerClient client, int mostPages) {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10_000;

    /** A broker of this kind lists no more of the matrix, whatever it is asked for. */
    private static final int MOST_ROWS = 10_000;

    Remote(BrokerClient client) {
        this(client, MOST_PAGES);
    }

    List<String> applications() {
        return client.pacticipants();
    }

    JsonObject application(String name) {
        return client.at("pacticipants", name).get("read the application " + name);
    }

    /** The oldest first. Some brokers know no pages of this list, and send it whole each time. */
    List<JsonObject> versions(String application) {
        List<JsonObject> versions =
                new ArrayList<>(paged(client.at("pacticipants", application, "versions"), "versions", "number"));
        Collections.reverse(versions);
        return versions;
    }

    /** By name; empty where the broker does not list branches. */
    Map<String, JsonObject> branches(String application) {
        BrokerResource list = client.at("pacticipants", application, "branches");
        Map<String, JsonObject> byName = new LinkedHashMap<>();
        if (list.with("size", "1").find("list the branches").isPresent()) {
            paged(list, "branches", "name")
                    .forEach(branch -> branch.string("name").ifPresent(name -> byName.put(name, branch)));
        }
        return byName;
    }

    private List<JsonObject> paged(BrokerResource list, String name, String key) {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        for (int page = 1; page <= mostPages; page++) {
            List<JsonObject> some = list.with("page", String.valueOf(page))
                    .with("size", String.valueOf(PAGE))
                    .list("list the " + name, name);
            int before = all.size();
            some.forEach(each -> all.putIfAbsent(each.string(key).orElse(""), each));
            if (some.size() != PAGE || all.size() == before) {
                return new ArrayList<>(all.values());
            }
        }
        throw new ContractException(Problem.error("BROKER-IMPORT", "a list of the other broker has no end")
                .found("more than " + mostPages * PAGE + " " + name)
                .mend("let the other broker remove old " + name + " before"));
    }

    /** When a tag was put on a version. */
    Instant tagged(String application, String version, String tag, Instant otherwise) {
        return client.at("pacticipants", application, "versions", version, "tags", tag)
                .find("read the tag " + tag)
                .flatMap(found -> time(found, "createdAt"))
                .orElse(otherwise);
    }

    JsonObject at(String url) {
        return client.to(url).get("read " + url);
    }

    /**
     * The rows of the matrix with every result for a version's contracts. A broker that compares contracts with the documents of providers would tell
     * of some rows by what it compared, and not by their results.
     *
     * @throws ContractException if there may be more of them than were sent
     */
    List<JsonObject> rows(String consumer, String version) {
        JsonObject matrix = client.at("matrix")
                .with("q[][pacticipant]", consumer)
                .with("q[][version]", version)
                .with("limit", "1000000")
                .with("comparisons", "false")
                .get("read the results for " + consumer + " " + version);
        List<JsonObject> rows = objects(matrix, "matrix").toList();
        if (rows.size() == MOST_ROWS) {
            throw new ContractException(Problem.error(
                            "BROKER-IMPORT", "the other broker may have more results than it lists")
                    .found(MOST_ROWS + " rows of the matrix for " + Quoted.text(consumer) + " " + Quoted.text(version))
                    .mend("let the other broker remove old versions of the providers before"));
        }
        return rows;
    }

    List<JsonObject> environments() {
        return client.at("environments").list("list the environments", "environments");
    }

    List<JsonObject> deployed(String environment) {
        return client.at("environments", environment, "deployed-versions", "currently-deployed")
                .list("list what is deployed", "deployedVersions");
    }

    List<JsonObject> supported(String environment) {
        return client.at("environments", environment, "released-versions", "currently-supported")
                .list("list what is released", "releasedVersions");
    }

    /** What became of a deployment; empty where it was none of there. */
    Optional<JsonObject> deployment(String uuid) {
        return client.at("deployed-versions", uuid).find("read the deployment " + uuid);
    }

    /** What became of a release; empty where it was none of there. */
    Optional<JsonObject> release(String uuid) {
        return client.at("released-versions", uuid).find("read the release " + uuid);
    }

    List<JsonObject> webhooks() {
        return client.at("webhooks").targets("list the webhooks", "pb:webhooks").stream()
                .map(this::at)
                .toList();
    }

    static Stream<JsonObject> objects(JsonObject of, String list) {
        return of.array(list).stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }

    static Stream<JsonObject> embedded(JsonObject of, String list) {
        return of.object("_embedded").stream().flatMap(embedded -> objects(embedded, list));
    }

    /** The addresses of a relation. */
    static List<String> links(JsonObject of, String relation) {
        JsonValue links = of.object("_links").flatMap(all -> all.get(relation)).orElse(JsonArray.EMPTY);
        return Stream.concat(links.asObject().stream(), links.asArray().stream().flatMap(JsonArray::stream))
                .flatMap(link -> link.asObject().stream())
                .flatMap(link -> link.string("href").stream())
                .toList();
    }

    /** A text within objects; empty where there is none. */
    static String text(JsonObject of, String... names) {
        Optional<JsonObject> at = Optional.of(of);
        for (int i = 0; i < names.length - 1; i++) {
            String name = names[i];
            at = at.flatMap(object -> object.object(name));
        }
        return at.flatMap(object -> object.string(names[names.length - 1])).orElse("");
    }

    static boolean flag(JsonObject of, String name) {
        return of.get(name).flatMap(JsonValue::asBoolean).orElse(false);
    }

    static Optional<Instant> time(JsonObject of, String name) {
        try {
            return of.string(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
