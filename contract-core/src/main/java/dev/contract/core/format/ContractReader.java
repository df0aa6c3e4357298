package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads contract files: Pact files of the versions 1.0, 1.1, 2, 3 and 4, all into the same model.
 *
 * <pre>{@code
 * ReadResult result = ContractReader.read("contracts/web-users.json", Files.readAllBytes(file));
 * result.problems().forEach(System.err::println);
 * }</pre>
 *
 * <p>Reading goes on behind every error, so that all of them are told at once: attributes of a wrong kind and names that stand twice are
 * errors, because nobody knows what was meant; unknown attributes are kept and written back. Thread-safe: nothing is kept between calls.
 */
public final class ContractReader {
    private final Findings findings;

    private ContractReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads a file. Never throws for bad input.
     *
     * @param source what problems call the file: a path as the user gave it, a URL
     * @param bytes UTF-8, with or without byte-order mark
     * @return all that could be used, and every problem with line and column
     */
    public static ReadResult read(String source, byte[] bytes) {
        Findings findings = new Findings(source);
        try {
            JsonDocument document = JsonReader.readLocated(source, bytes);
            findings.addAll(document.problems());
            Optional<Contract> contract = new ContractReader(findings).file(document.root());
            return new ReadResult(contract, findings.problems());
        } catch (JsonSyntaxException e) {
            return new ReadResult(
                    Optional.empty(),
                    e.problems().stream().map(ContractReader::withMend).toList());
        }
    }

    private static Problem withMend(Problem problem) {
        return problem.mend() == null
                ? problem.mend(
                        "run the consumer's tests, which write the file anew, or name a contract file, which is JSON")
                : problem;
    }

    /**
     * Reads a file that must be without errors; warnings are passed over.
     *
     * @throws ContractException with all errors of the file
     */
    public static Contract readOrThrow(String source, byte[] bytes) {
        ReadResult result = read(source, bytes);
        if (!result.errors().isEmpty()) {
            throw new ContractException(result.errors());
        }
        return result.contract().orElseThrow();
    }

    /**
     * Reads one interaction as files of version 4 have it.
     *
     * @param source what problems call the place where it was read
     * @throws ContractException with all that is wrong with it; an interaction of an unknown type is wrong here, too
     */
    public static Interaction readInteraction(String source, JsonValue interaction) {
        Findings findings = new Findings(source);
        Optional<Interaction> read = new InteractionReader(SpecVersion.V4, findings).interaction(interaction);
        List<Problem> problems = findings.problems();
        if (read.isEmpty() || problems.stream().anyMatch(Problem::isError)) {
            throw new ContractException(problems);
        }
        return read.get();
    }

    private Optional<Contract> file(JsonValue root) {
        if (root instanceof JsonObject object) {
            return contract(new Fields(object, findings));
        }
        findings.add(
                root,
                Problem.error(Findings.FILE, "a contract file must hold a JSON object")
                        .found(Findings.found(root)));
        return Optional.empty();
    }

    private Optional<Contract> contract(Fields file) {
        Fields metadata = new Fields(file.object("metadata").orElse(JsonObject.EMPTY), findings);
        SpecVersion version = VersionReader.read(file.object(), metadata);
        Optional<String> consumer = name(file, "consumer");
        Optional<String> provider = name(file, "provider");
        Unread unread = new Unread();
        List<Interaction> interactions = interactions(file, version, unread);
        if (consumer.isEmpty() || provider.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Contract(
                consumer.get(),
                provider.get(),
                interactions,
                version,
                Metadata.kept(metadata.object()),
                unread.addTo(parties(file))));
    }

    private Optional<String> name(Fields file, String side) {
        Optional<JsonValue> written = file.value(side);
        Optional<String> name = written.flatMap(JsonValue::asObject)
                .flatMap(party -> party.string("name"))
                .or(() -> written.flatMap(JsonValue::asString));
        if (name.isEmpty()) {
            findings.add(
                    written.orElse(file.object()),
                    Problem.error(Findings.FILE, "the file does not name its " + side)
                            .mend("add \"" + side + "\": {\"name\": \"a-service\"}"));
        }
        return name;
    }

    /** The attributes at the top that are left over, those of consumer and provider included. */
    private static JsonObject parties(Fields file) {
        JsonObject rest = file.rest();
        for (String side : List.of("consumer", "provider")) {
            JsonObject more =
                    file.object().object(side).orElse(JsonObject.EMPTY).without("name");
            rest = more.isEmpty() ? rest : rest.with(side, more);
        }
        return rest;
    }

    private List<Interaction> interactions(Fields file, SpecVersion version, Unread unread) {
        InteractionReader reader = new InteractionReader(version, findings);
        if (!file.has("interactions") && !file.has("messages")) {
            findings.add(
                    file.object(),
                    Problem.error(Findings.FILE, "the file has no interactions")
                            .mend("add \"interactions\": […], or give a file that is a contract"));
        }
        List<Interaction> read = new ArrayList<>();
        read.addAll(list(file, "interactions", reader::interaction, unread));
        read.addAll(list(file, "messages", reader::message, unread));
        return read;
    }

    private static List<Interaction> list(
            Fields file, String name, Function<JsonValue, Optional<Interaction>> reader, Unread unread) {
        List<Interaction> read = new ArrayList<>();
        for (JsonValue each : file.array(name).orElse(JsonArray.EMPTY)) {
            Optional<Interaction> interaction = reader.apply(each);
            interaction.ifPresentOrElse(read::add, () -> unread.add(name, each));
        }
        return read;
    }
}
