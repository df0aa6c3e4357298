package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import dev.contract.openapi.OpenApiFinding;
import dev.contract.provider.Outcome.Errored;
import dev.contract.provider.Turn.Holder;
import dev.contract.provider.seen.ResponsePaths;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.strength.Strength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of one replay, before it is told: the same for each contract that has the interaction.
 *
 * @param report makes a failure's block
 * @param warnings of rules and generators, which do not know yet whose they are
 * @param log what the service wrote last when the interaction had failed
 * @param random whether random values took part
 * @param isWorthAnotherAttempt whether the service gave no answer, and may give one the next time
 * @param before what has to be replayed before to see it fail again
 */
record Replayed(
        Outcome outcome,
        Function<FailureReport, String> report,
        Optional<Transcript> exchange,
        Optional<String> curl,
        List<Problem> warnings,
        List<String> log,
        boolean random,
        Duration took,
        Optional<Strength> strength,
        List<OpenApiFinding> openApi,
        Optional<ResponsePaths> response,
        boolean isWorthAnotherAttempt,
        List<Holder> before) {
    Replayed {
        warnings = List.copyOf(warnings);
        log = List.copyOf(log);
        openApi = List.copyOf(openApi);
        before = List.copyOf(before);
    }

    /** The same with something to tell before all else. */
    Replayed with(Problem told) {
        return withWarnings(Stream.concat(Stream.of(told), warnings.stream()).toList());
    }

    /** The same with these to tell, in place of its own. */
    Replayed withWarnings(List<Problem> others) {
        return new Replayed(
                outcome,
                report,
                exchange,
                curl,
                others,
                log,
                random,
                took,
                strength,
                openApi,
                response,
                isWorthAnotherAttempt,
                before);
    }

    /** The same as no verdict, for this reason. */
    Replayed butErrored(String reason) {
        String sentence = Secrets.masked(reason);
        return new Replayed(
                new Errored(sentence),
                block -> block.errored(sentence),
                exchange,
                curl,
                warnings,
                log,
                random,
                took,
                Optional.empty(),
                openApi,
                response,
                false,
                before);
    }

    Replayed after(List<Holder> others) {
        return new Replayed(
                outcome,
                report,
                exchange,
                curl,
                warnings,
                log,
                random,
                took,
                strength,
                openApi,
                response,
                isWorthAnotherAttempt,
                others);
    }

    /** The same for a contract that took no time of its own. */
    Replayed credited() {
        return new Replayed(
                outcome,
                report,
                exchange,
                curl,
                warnings,
                log,
                random,
                Duration.ZERO,
                strength,
                openApi,
                response,
                isWorthAnotherAttempt,
                before);
    }

    /** The result of an interaction of a contract that this was the replay of. */
    InteractionResult resultOf(LocatedContract source, Interaction interaction, Settings settings) {
        FailureReport failure = new FailureReport(source, interaction, settings, this);
        return new InteractionResult(
                interaction,
                outcome,
                failure.isPending(),
                report.apply(failure),
                exchange,
                curl,
                placed(warnings, failure),
                took,
                strength,
                openApi,
                response);
    }

    /** Such problems name a rule or a generator; the user needs to know whose. */
    private static List<Problem> placed(List<Problem> warnings, FailureReport failure) {
        List<Problem> placed = new ArrayList<>(warnings.size());
        for (Problem problem : warnings) {
            String place = failure.place();
            placed.add(problem.at(problem.where() == null ? place : place + ", " + problem.where()));
        }
        return placed;
    }
}
