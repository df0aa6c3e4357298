package dev.contract.consumer.recording;

import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Location;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where an interaction comes from, kept with it: in comments, which go into the contract, the tests that declared it and the line that
 * describes it in the first of them; and in shards the time of the declaration.
 */
final class Origin {
    private static final String TESTS = "testname";
    private static final String LINE = "testline";
    private static final String TIME = "declaredAt";
    private static final String SEPARATOR = ", ";

    private Origin() {}

    /**
     * The interaction as it will be read back from a file, with a key, so that all that are compared have gone the same way. Where it
     * was made in code stays, and becomes a comment as well.
     */
    static Interaction asWritten(Interaction interaction) {
        Contract alone = Contract.of("consumer", "provider", List.of(withLine(interaction)));
        Interaction read = ContractReader.readOrThrow("a declared interaction", ContractWriter.write(alone))
                .interactions()
                .get(0);
        return read.withAnnotations(
                read.annotations().withLocation(interaction.annotations().location()));
    }

    /** An interaction of a shard, at the line of the test again: what is wrong with it has to be mended there. */
    static Interaction atLine(Interaction interaction) {
        Annotations annotations = interaction.annotations();
        return annotations
                .comments()
                .string(LINE)
                .map(line -> interaction.withAnnotations(annotations.withLocation(Location.of(line))))
                .orElse(interaction);
    }

    private static Interaction withLine(Interaction interaction) {
        Annotations annotations = interaction.annotations();
        Location line = annotations.location();
        return line == null
                ? interaction
                : interaction.withAnnotations(
                        annotations.withComments(annotations.comments().with(LINE, JsonString.of(line.toString()))));
    }

    /** What names it: its key, which the writer has made of kind, description and states unless the author chose one. */
    static String key(Interaction asWritten) {
        return String.valueOf(asWritten.annotations().key());
    }

    static SortedSet<String> tests(Interaction interaction) {
        String text = interaction.annotations().comments().string(TESTS).orElse("");
        return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(text.split(SEPARATOR)));
    }

    static Interaction withTests(Interaction interaction, SortedSet<String> tests) {
        Annotations annotations = interaction.annotations();
        JsonObject comments = tests.isEmpty()
                ? annotations.comments().without(TESTS)
                : annotations.comments().with(TESTS, JsonString.of(String.join(SEPARATOR, tests)));
        return interaction.withAnnotations(annotations.withComments(comments));
    }

    /** Milliseconds of the clock; 0 when it is not known. */
    static long time(Interaction interaction) {
        return interaction
                .annotations()
                .extra()
                .get(TIME)
                .flatMap(value -> value.asNumber())
                .map(number -> Long.parseLong(number.text()))
                .orElse(0L);
    }

    static Interaction withTime(Interaction interaction, long millis) {
        Annotations annotations = interaction.annotations();
        return interaction.withAnnotations(
                annotations.withExtra(annotations.extra().with(TIME, JsonNumber.of(millis))));
    }

    static Interaction withoutTime(Interaction interaction) {
        Annotations annotations = interaction.annotations();
        return interaction.withAnnotations(
                annotations.withExtra(annotations.extra().without(TIME)));
    }
}
