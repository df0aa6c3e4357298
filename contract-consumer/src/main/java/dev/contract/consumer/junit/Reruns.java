package dev.contract.consumer.junit;

import dev.contract.consumer.stub.Shown;
import dev.contract.consumer.variation.Breakage;
import dev.contract.consumer.variation.Change;
import dev.contract.consumer.variation.KnockOut;
import dev.contract.consumer.variation.Variation;
import dev.contract.consumer.variation.VariationSearch;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a test method that passed again: with other answers that contracts permit, without each field of an answer, and with more fields
 * than were agreed. Used once, by one thread.
 */
final class Reruns {
    private static final int TOLD = 10;
    private static final int OTHERS = 5;
    private static final int LONGEST_LINE = 200;

    private final RerunSettings settings;
    private final Stubs stubs;
    private final TestId test;
    private final Executable method;

    /** A test method with its arguments. */
    interface Executable {
        void run();
    }

    Reruns(RerunSettings settings, Stubs stubs, TestId test, Executable method) {
        this.settings = settings;
        this.stubs = stubs;
        this.test = test;
        this.method = method;
    }

    /**
     * Does what the settings ask for.
     *
     * @param report takes what is no failure
     * @throws AssertionError that names the smallest answers which break the consumer
     */
    void run(ClassReport report) {
        if (settings.variations() > 0) {
            vary(report);
        }
        if (settings.knockOut()) {
            stubs.interactions()
                    .forEach((roles, interactions) -> interactions.forEach(each -> {
                        addFields(roles, each);
                        report.unread(roles, each, KnockOut.unread(each, variation -> rehearse(variation, false)
                                .passed()));
                    }));
        }
    }

    private void vary(ClassReport report) {
        Map<Roles, List<Interaction>> interactions = stubs.interactions();
        VariationSearch search = new VariationSearch(
                interactions.values().stream().flatMap(List::stream).toList(), settings.variations(), settings.seed());
        VariationSearch.Trial trial =
                variation -> rehearse(variation, true).outcome(test.method().testClass());
        List<Breakage> breakages =
                settings.only().isEmpty() ? search.run(trial) : search.replay(settings.only(), trial);
        report.unjudged(test, search.unjudged());
        if (!breakages.isEmpty()) {
            String more = breakages.size() > TOLD ? "\nand " + (breakages.size() - TOLD) + " more" : "";
            throw failure(
                    breakages.stream()
                            .limit(TOLD)
                            .map(each -> describe(each, interactions))
                            .collect(Collectors.joining("\n", "", more)),
                    breakages.get(0).thrown());
        }
    }

    private String describe(Breakage breakage, Map<Roles, List<Interaction>> interactions) {
        Roles roles = roles(breakage.changes().get(0).interaction(), interactions);
        Facts facts = new Facts("CONTRACT-VARIATION  " + roles.consumer()
                + " does not get along with an answer that its contract with " + roles.provider() + " permits");
        for (Change change : breakage.changes()) {
            facts.add("in", change.interaction().quoted())
                    .add("at", change.spot().toString())
                    .add("example", change.example())
                    .add("varied", change.varied());
        }
        if (!breakage.others().isEmpty()) {
            facts.add("also", others(breakage.others()));
        }
        thrown(facts, breakage.thrown());
        return facts.add(
                        "mend",
                        "let the consumer cope with it, or say in the contract that it does not come: between(…), textOfLength(…), regex(…), eachLike(…)")
                .add("again", test.name() + " with " + settings.replay(breakage.replay()))
                .toString();
    }

    private static String others(List<String> others) {
        String more = others.size() > OTHERS ? "\nand " + (others.size() - OTHERS) + " more" : "";
        return others.stream().limit(OTHERS).collect(Collectors.joining("\n", "", more));
    }

    private static Roles roles(Interaction interaction, Map<Roles, List<Interaction>> interactions) {
        return interactions.entrySet().stream()
                .filter(each -> each.getValue().contains(interaction))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void thrown(Facts facts, @Nullable Throwable thrown) {
        if (thrown != null) {
            String what = thrown.toString()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(3)
                    .collect(Collectors.joining(" "));
            String lines = Rehearsed.lines(test.method().testClass(), thrown);
            facts.add("threw", Shortened.to(LONGEST_LINE, what)).add("line", lines.isEmpty() ? null : lines);
        }
    }

    /** All at once, and one by one only if that fails. */
    private void addFields(Roles roles, Interaction interaction) {
        List<Variation> each = KnockOut.unknownFields(interaction);
        if (each.isEmpty() || rehearse(Variation.together(each), false).passed()) {
            return;
        }
        List<Variation> tried = new ArrayList<>(each);
        tried.add(Variation.together(each));
        for (Variation variation : tried) {
            Rehearsed rehearsed = rehearse(variation, false);
            if (!rehearsed.passed()) {
                throw unknownField(roles, interaction, variation, rehearsed.thrown());
            }
        }
    }

    private AssertionError unknownField(
            Roles roles, Interaction interaction, Variation variation, @Nullable Throwable thrown) {
        Facts facts = new Facts("CONTRACT-UNKNOWN-FIELD  " + roles.consumer()
                        + " does not get along with a field that its contract with " + roles.provider()
                        + " does not speak of")
                .add("in", interaction.quoted())
                .add(
                        "at",
                        variation.changes().stream()
                                .map(change -> change.spot().toString())
                                .collect(Collectors.joining(", ")));
        thrown(facts, thrown);
        facts.add("mend", "let the consumer pass over what it does not know, or say strict(…) in the contract");
        return failure(facts.toString(), thrown);
    }

    private AssertionError failure(String text, @Nullable Throwable thrown) {
        stubs.tellNothingMore();
        AssertionError error = new AssertionError(text, thrown);
        Stream.ofNullable(thrown).map(Throwable::getStackTrace).forEach(error::setStackTrace);
        return error;
    }

    private Rehearsed rehearse(Variation variation, boolean openly) {
        Shown.Answers answers = new Shown.Answers() {
            @Override
            public <I extends Interaction> I of(I declared) {
                return variation.of(declared);
            }
        };
        return stubs.rehearse(new Shown(answers, openly), method);
    }
}
