package dev.contract.broker.directory;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Place;
import dev.contract.broker.domain.fact.VersionKey;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory of a team of twenty applications, made from a seed: a third of its facts are publications, half are results with what was
 * tested, the others deployments. Ten consumers have contracts with three providers each, and change every fifth of them.
 *
 * <p>The newest version of the first consumer is {@code c0 v}<em>last</em>, and can be deployed.
 */
public final class DirectoryDataSet {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Place PRODUCTION = new Place(new EnvironmentName("production"), "00000000-production");
    private static final int INTERACTIONS = 10;
    private static final int CONSUMERS = 10;
    private static final int PROVIDERS = 10;
    private static final int PARTNERS = 3;

    private final Path directory;
    private final Random random = new Random(20261122);
    private final List<Fact.Published> current = new ArrayList<>();
    private int written;

    private DirectoryDataSet(Path directory) {
        this.directory = directory;
    }

    /** Makes one: {@code DIR FACTS}. */
    public static void main(String[] arguments) throws IOException {
        create(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** A directory with so many files of facts, and the folder of contracts. */
    public static void create(Path directory, int facts) throws IOException {
        new DirectoryDataSet(directory).write(facts);
    }

    private void write(int facts) throws IOException {
        add(List.of(new Fact.EnvironmentMade(
                PRODUCTION.uuid(), new Environment.Details(PRODUCTION.name(), null, true, JsonArray.EMPTY))));
        for (int provider = 0; provider < PROVIDERS; provider++) {
            add(List.of(new Fact.Deployed(version("p" + provider, 0), PRODUCTION, null, "first-" + provider)));
        }
        for (int round = 0; written < facts; round++) {
            for (int consumer = 0; consumer < CONSUMERS && written < facts; consumer++) {
                publish(consumer, round);
                verify(consumer, round);
                if (random.nextInt(3) == 0) {
                    add(List.of(new Fact.Deployed(
                            version("c" + consumer, round), PRODUCTION, null, consumer + "-at-" + round)));
                }
            }
        }
    }

    private static VersionKey version(String application, int number) {
        return new VersionKey(new PacticipantName(application), new VersionNumber(String.valueOf(number)));
    }

    private void publish(int consumer, int round) throws IOException {
        VersionKey version = version("c" + consumer, round);
        List<Fact> facts = new ArrayList<>(
                List.of(new Fact.VersionMade(version), new Fact.BranchJoined(version, new BranchName("main"))));
        for (int partner = 0; partner < PARTNERS; partner++) {
            int at = consumer * PARTNERS + partner;
            String provider = "p" + (consumer + partner) % PROVIDERS;
            PactContent content = round == 0 || random.nextInt(5) == 0
                    ? content("c" + consumer, provider, round)
                    : current.get(at).content();
            Fact.Published published = new Fact.Published(version, new PacticipantName(provider), content, null);
            facts.add(published);
            if (round == 0) {
                current.add(published);
            } else {
                current.set(at, published);
            }
        }
        add(facts);
    }

    private void verify(int consumer, int round) throws IOException {
        for (int partner = 0; partner < 2 - random.nextInt(2); partner++) {
            Fact.Published published = current.get(consumer * PARTNERS + partner);
            VersionKey provider = version(published.provider().value(), round / 10);
            add(List.of(new Fact.Verified(
                    published.key(), provider, true, "https://ci.example/builds/" + written, false, false, tested())));
        }
    }

    private static VerificationDetails tested() {
        String results = IntStream.range(0, INTERACTIONS)
                .mapToObj(i ->
                        "{\"interactionId\": \"%040x\", \"interactionDescription\": \"a request for order %d\", \"success\": true}"
                                .formatted(i, i))
                .collect(Collectors.joining(
                        ", ", "{\"tests\": [{\"testDescription\": \"a run\", \"interactions\": [", "]}]}"));
        return new VerificationDetails(
                JsonReader.read(results), JsonReader.read("{\"implementation\": \"contract\", \"version\": \"1.0\"}"));
    }

    private static PactContent content(String consumer, String provider, int round) {
        String interactions = IntStream.range(0, INTERACTIONS)
                .mapToObj(i -> """
                        {"description": "a request for order %d of round %d", "request": {"method": "GET", "path": "/orders/%d"},
                        "response": {"status": 200, "headers": {"Content-Type": "application/json"},
                        "body": {"id": %d, "total": "12.50", "lines": [{"article": "A-1", "count": 2}]}}}""".formatted(i, round, i, i))
                .collect(Collectors.joining(","));
        JsonValue document = JsonReader.read("""
                {"consumer": {"name": "%s"}, "provider": {"name": "%s"}, "interactions": [%s],
                "metadata": {"pactSpecification": {"version": "2.0.0"}}}""".formatted(consumer, provider, interactions));
        return new PactContent(
                new ContentSha("%040x".formatted(document.toJson().hashCode())), document, INTERACTIONS, 0);
    }

    private void add(List<Fact> facts) throws IOException {
        FactName name = FactName.of(
                START.plusSeconds(written++ * 600L),
                "%010d".formatted(written),
                FactKind.of(facts.get(facts.size() - 1)).word());
        for (Fact fact : facts) {
            if (fact instanceof Fact.Published published) {
                PactFile pact = PactFile.of(published);
                write(directory.resolve(Folder.PACTS).resolve(pact.name()), pact.text());
            }
        }
        write(directory.resolve(Folder.FACTS).resolve(name.path()), FactWriter.file(facts));
    }

    private static void write(Path file, String text) throws IOException {
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
