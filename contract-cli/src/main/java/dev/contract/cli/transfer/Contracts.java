package dev.contract.cli.transfer;

import dev.contract.broker.domain.Pact;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Of each content the consumer and version that had it last, to ask for results. */
    private final Map<Content, List<String>> askable = new LinkedHashMap<>();

    private record Content(String consumer, String provider, String sha) {}

    /** A result as the matrix has it. */
    private record Row(long number, Content content, String provider, boolean success, Instant at, String url) {}

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
        askable.put(new Content(consumer, provider, sha), List.of(consumer, number));
        Instant published = Remote.time(there, "createdAt").orElseGet(Instant::now);
        boolean isNew = store.write(kept -> {
            Party of = party(consumer, published, kept);
            Party with = party(provider, published, kept);
            Version version = kept.versions()
                    .ensure(of, new VersionNumber(number), published)
                    .value();
            boolean known = kept.pacts()
                    .find(version, with)
                    .filter(pact -> pact.sha().value().equals(sha))
                    .isPresent();
            if (!known) {
                kept.pacticipants().integrate(of, with, published);
                kept.pacts().publish(version, with, ForeignContent.of(there, sha), published);
            }
            return !known;
        });
        tally.count(Tally.Kind.CONTRACT, isNew);
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
        Map<Long, Row> rows = new HashMap<>();
        for (List<String> version : Set.copyOf(askable.values())) {
            remote.rows(version.get(0), version.get(1)).forEach(row -> note(row, rows));
        }
        Map<Content, List<Identity>> known = new HashMap<>();
        rows.values().stream()
                .filter(row -> !row.at().isBefore(since) && askable.containsKey(row.content()))
                .sorted(Comparator.comparing(Row::number))
                .forEach(row -> result(row, known.computeIfAbsent(row.content(), this::known)));
    }

    private static void note(JsonObject row, Map<Long, Row> rows) {
        JsonObject result = row.object("verificationResult").orElse(JsonObject.EMPTY);
        String url = Remote.links(result, "self").stream().findFirst().orElse("");
        Matcher number = NUMBER.matcher(url);
        if (number.find()) {
            Content content =
                    new Content(Remote.text(row, "consumer", "name"), Remote.text(row, "provider", "name"), sha(url));
            long key = Long.parseLong(number.group(1));
            rows.put(
                    key,
                    new Row(
                            key,
                            content,
                            Remote.text(row, "provider", "version", "number"),
                            Remote.flag(result, "success"),
                            Remote.time(result, "verifiedAt").orElse(Instant.EPOCH),
                            url));
        }
    }

    private List<Identity> known(Content content) {
        return store.read(kept -> new ArrayList<>(pact(content, kept).stream()
                .flatMap(pact -> kept.verifications().all(pact.contentId()).stream())
                .map(Contracts::identity)
                .toList()));
    }

    private static Identity identity(Verification result) {
        return new Identity(
                result.provider().number().value(),
                result.success(),
                result.verifiedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private List<Pact> pact(Content content, Transaction kept) {
        List<String> version = askable.getOrDefault(content, List.of());
        Party consumer = party(content.consumer(), Instant.EPOCH, kept);
        return kept.versions().find(consumer, new VersionNumber(version.get(1))).stream()
                .flatMap(found -> kept.pacts().find(found, party(content.provider(), Instant.EPOCH, kept)).stream())
                .toList();
    }

    /** Two that have all in common are two there as well. */
    private void result(Row row, List<Identity> known) {
        if (known.remove(new Identity(row.provider(), row.success(), row.at().truncatedTo(ChronoUnit.SECONDS)))) {
            return;
        }
        JsonObject there = remote.at(row.url());
        VerificationDetails details = new VerificationDetails(
                there.get("testResults").orElse(null), there.get("verifiedBy").orElse(null));
        store.write(kept -> {
            Version provider = kept.versions()
                    .ensure(
                            party(row.content().provider(), row.at(), kept),
                            new VersionNumber(row.provider()),
                            row.at())
                    .value();
            Pact pact = pact(row.content(), kept).get(0);
            Verifications.Arriving arriving = new Verifications.Arriving(
                    pact.contentId(),
                    provider,
                    row.success(),
                    there.string("buildUrl").orElse(null),
                    Remote.flag(there, "wip"),
                    there.get("pending").flatMap(JsonValue::asBoolean).orElse(null),
                    details);
            return kept.verifications().add(arriving, row.at());
        });
        tally.count(Tally.Kind.RESULT, 1);
    }
}
