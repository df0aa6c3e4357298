package dev.contract.cli.transfer;

import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.publishing.ForeignContent;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contracts under the names that their contents have there, and the results for them in the order in which they came. */
final class Contracts {
    private static final Pattern CONTENT = Pattern.compile("/pact-version/([^/?]+)");
    private static final Pattern NUMBER = Pattern.compile("/verification-results/([0-9]{1,18})(?![0-9])");

    private final Remote remote;
    private final Store store;
    private final Instant since;
    private final Set<List<String>> live;
    private final Tally tally;

    /** Of each content that is here the version that had it last, to ask for results. */
    private final Map<Content, Place> places = new LinkedHashMap<>();

    private record Content(String consumer, String provider, String sha) {}

    /** @param name what the content is called here */
    private record Place(String version, ContentSha name) {}

    /** Which result it is: some brokers count the results of each content alone. */
    private record Key(Content content, long number) {}

    /** A result as the matrix has it. */
    private record Row(Key key, String provider, boolean success, Instant at, String url) {}

    /** What two results have in common that are the same. */
    private record Identity(String provider, boolean success, Instant at) {}

    Contracts(Remote remote, Store store, Instant since, Set<List<String>> live, Tally tally) {
        this.remote = remote;
        this.store = store;
        this.since = since;
        this.live = live;
        this.tally = tally;
    }

    /** The contracts of an application's versions. */
    void of(String consumer, List<JsonObject> versions) {
        for (JsonObject version : versions) {
            String number = Remote.text(version, "number");
            boolean isOld =
                    Remote.time(version, "createdAt").orElse(Instant.MAX).isBefore(since);
            if (!isOld || live.contains(List.of(consumer, number))) {
                Remote.links(version, "pb:pact-versions").forEach(url -> contract(consumer, number, remote.at(url)));
            }
        }
    }

    private void contract(String consumer, String number, JsonObject there) {
        String provider = Remote.text(there, "provider", "name");
        String sha = Remote.links(there, "pb:pact-version").stream()
                .findFirst()
                .or(() -> Remote.links(there, "pb:publish-verification-results").stream()
                        .findFirst())
                .map(Contracts::sha)
                .orElse("");
        if (provider.isEmpty() || sha.isEmpty()) {
            return; // no pact: nothing that could be verified
        }
        Instant published = Remote.time(there, "createdAt").orElseGet(Instant::now);
        PactContent foreign = ForeignContent.of(there, sha);
        Taken taken = store.write(kept -> {
            Party of = party(consumer, published, kept);
            Party with = party(provider, published, kept);
            Version version = kept.versions()
                    .ensure(of, new VersionNumber(number), published)
                    .value();
            return take(version, with, named(foreign, of, with, kept), published, kept);
        });
        tally.count(Tally.Kind.CONTRACT, taken.isNew());
        taken.name().ifPresent(name -> places.put(new Content(consumer, provider, sha), new Place(number, name)));
    }

    /** @param name what its content is called here; empty where this version has another contract */
    private record Taken(boolean isNew, Optional<ContentSha> name) {}

    /** What was published here later stays: it is what its consumer does now. */
    private static Taken take(
            Version version, Party provider, PactContent content, Instant published, Transaction kept) {
        Optional<Pact> before = kept.pacts().find(version, provider);
        if (before.filter(pact -> pact.sha().equals(content.sha())).isPresent()) {
            return new Taken(false, Optional.of(content.sha()));
        }
        if (before.filter(pact -> pact.createdAt().isAfter(published)).isPresent()) {
            return new Taken(false, Optional.empty());
        }
        kept.pacticipants().integrate(version.owner(), provider, published);
        kept.pacts().publish(version, provider, content, published);
        return new Taken(true, Optional.of(content.sha()));
    }

    /** Where the same content was published here before, it goes on under the name that it got then. */
    private static PactContent named(PactContent foreign, Party consumer, Party provider, Transaction kept) {
        return kept.pacts().content(consumer, provider, foreign.identity()).isPresent()
                ? foreign.named(foreign.identity())
                : foreign;
    }

    private static String sha(String url) {
        Matcher sha = CONTENT.matcher(url);
        return sha.find() ? sha.group(1) : "";
    }

    private static Party party(String name, Instant now, Transaction kept) {
        return kept.pacticipants()
                .ensure(new PacticipantName(name), now)
                .value()
                .party();
    }

    /** The results for all contracts that were seen. */
    void results() {
        Map<Key, Row> rows = new HashMap<>();
        Set<List<String>> asked = new HashSet<>();
        places.forEach((content, place) -> {
            if (asked.add(List.of(content.consumer(), place.version()))) {
                remote.rows(content.consumer(), place.version()).forEach(row -> note(row, rows));
            }
        });
        Map<Content, List<Identity>> known = new HashMap<>();
        rows.values().stream()
                .filter(row -> !row.at().isBefore(since)
                        && places.containsKey(row.key().content()))
                .sorted(Comparator.comparing(row -> row.key().number()))
                .forEach(row -> result(row, known.computeIfAbsent(row.key().content(), this::known)));
    }

    private static void note(JsonObject row, Map<Key, Row> rows) {
        JsonObject result = row.object("verificationResult").orElse(JsonObject.EMPTY);
        String url = Remote.links(result, "self").stream().findFirst().orElse("");
        Matcher number = NUMBER.matcher(url);
        if (number.find()) {
            Content content =
                    new Content(Remote.text(row, "consumer", "name"), Remote.text(row, "provider", "name"), sha(url));
            Key key = new Key(content, Long.parseLong(number.group(1)));
            rows.put(
                    key,
                    new Row(
                            key,
                            Remote.text(row, "provider", "version", "number"),
                            Remote.flag(result, "success"),
                            Remote.time(result, "verifiedAt").orElse(Instant.EPOCH),
                            url));
        }
    }

    private List<Identity> known(Content content) {
        return store.read(kept -> new ArrayList<>(contentId(content, kept).stream()
                .flatMap(id -> kept.verifications().all(id).stream())
                .map(Contracts::identity)
                .toList()));
    }

    private static Identity identity(Verification result) {
        return new Identity(
                result.provider().number().value(),
                result.success(),
                result.verifiedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Empty where it was removed meanwhile. */
    private Optional<Long> contentId(Content content, Transaction kept) {
        return Optional.ofNullable(places.get(content))
                .flatMap(place -> known(content.consumer(), kept).flatMap(consumer -> known(content.provider(), kept)
                        .flatMap(provider -> kept.pacts().content(consumer, provider, place.name()))));
    }

    private static Optional<Party> known(String name, Transaction kept) {
        return kept.pacticipants().find(new PacticipantName(name)).map(Pacticipant::party);
    }

    /** Two that have all in common are two there as well. */
    private void result(Row row, List<Identity> known) {
        if (known.remove(new Identity(row.provider(), row.success(), row.at().truncatedTo(ChronoUnit.SECONDS)))) {
            return;
        }
        JsonObject there = remote.at(row.url());
        VerificationDetails details = new VerificationDetails(
                there.get("testResults").orElse(null), there.get("verifiedBy").orElse(null));
        boolean isNew = store.write(kept -> {
            Optional<Long> content = contentId(row.key().content(), kept);
            content.ifPresent(id -> kept.verifications().add(arriving(id, row, there, details, kept), row.at()));
            return content.isPresent();
        });
        tally.count(Tally.Kind.RESULT, isNew);
    }

    private static Verifications.Arriving arriving(
            long content, Row row, JsonObject there, VerificationDetails details, Transaction kept) {
        Party provider = party(row.key().content().provider(), row.at(), kept);
        return new Verifications.Arriving(
                content,
                kept.versions()
                        .ensure(provider, new VersionNumber(row.provider()), row.at())
                        .value(),
                row.success(),
                there.string("buildUrl").orElse(null),
                Remote.flag(there, "wip"),
                there.get("pending").flatMap(JsonValue::asBoolean).orElse(null),
                details);
    }
}
