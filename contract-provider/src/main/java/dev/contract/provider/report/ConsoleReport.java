package dev.contract.provider.report;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Barred;
import dev.contract.core.problem.Facts;
import dev.contract.core.secret.Secrets;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Outcome;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.strength.Strength;
import dev.contract.provider.strength.Weakness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result as text for a terminal: a line for each contract, then a block of at most 15 lines for each failure, and advice where the
 * strength of contracts was asked for.
 *
 * <pre>
 * ok      order-service → user-service  12 interactions
 * FAILED  web → user-service  1 of 7 interactions failed
 *
 * FAILED  web → user-service: a request for user user123
 *   where   …
 * </pre>
 */
public final class ConsoleReport {
    /** Errors for one and the same reason up to this many have their blocks: more of them say nothing new. */
    private static final int MOST_OF_A_KIND = 3;

    private static final int MOST_WEAKNESSES = 8;

    private ConsoleReport() {}

    /** The text, without a line break at its end; it has no colours. */
    public static String text(VerificationResult result) {
        List<String> blocks = new ArrayList<>();
        Set<String> ambiguous = ambiguous(result);
        blocks.add(String.join(
                "\n",
                result.contracts().stream()
                        .map(contract -> line(contract, ambiguous.contains(contract.title())))
                        .toList()));
        blocks.addAll(beside(result, InteractionResult::report));
        return String.join("\n\n", blocks);
    }

    /** Notices of those that may fail, warnings and failures. */
    private static List<String> beside(VerificationResult result, Function<InteractionResult, String> block) {
        List<String> blocks = new ArrayList<>();
        result.contracts().stream()
                .filter(contract -> contract.source().pending())
                .flatMap(contract -> contract.source().notices().stream())
                .distinct()
                .map(Barred::text)
                .forEach(blocks::add);
        blocks.addAll(Warnings.texts(result));
        blocks.addAll(failures(result, block));
        blocks.addAll(advice(result));
        return blocks;
    }

    /** What each contract would not notice: a block for each interaction that has something to mend, one line for a contract without any. */
    private static List<String> advice(VerificationResult result) {
        return result.contracts().stream().flatMap(ConsoleReport::advice).toList();
    }

    private static Stream<String> advice(ContractResult contract) {
        List<Strength> strengths = contract.interactions().stream()
                .flatMap(interaction -> interaction.strength().stream())
                .toList();
        if (!strengths.isEmpty()
                && strengths.stream().allMatch(each -> each.weaknesses().isEmpty())) {
            int changes = strengths.stream().mapToInt(Strength::changes).sum();
            return Stream.of("ADVICE  " + contract.title() + ": none; all of " + changes
                    + " changes of the responses would be noticed");
        }
        return contract.interactions().stream().flatMap(interaction -> interaction.strength().stream()
                .filter(strength -> !strength.weaknesses().isEmpty())
                .map(strength -> advice(contract.title(), interaction, strength)));
    }

    private static String advice(String title, InteractionResult interaction, Strength strength) {
        List<Weakness> weaknesses = strength.weaknesses();
        Facts facts = new Facts("ADVICE  " + title + ": "
                        + SafeText.line(interaction.interaction().description()))
                .add("strength", strength.summary());
        String name = "weak";
        for (Weakness weakness : weaknesses.subList(0, Math.min(MOST_WEAKNESSES, weaknesses.size()))) {
            facts.add(name, SafeText.line(weakness.toString()));
            name = "";
        }
        int more = weaknesses.size() - MOST_WEAKNESSES;
        return facts.add("", more <= 0 ? null : "… and " + more + " more (--report json=FILE has all)")
                .toString();
    }

    /** Each failure's block; of errors for one and the same reason only the first, and how many more there are. */
    private static List<String> failures(VerificationResult result, Function<InteractionResult, String> block) {
        Map<String, Long> reasons = result.interactions()
                .flatMap(interaction -> reason(interaction).stream())
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        List<String> blocks = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (InteractionResult interaction : result.interactions().toList()) {
            String reason = reason(interaction).orElse("");
            long count = reasons.getOrDefault(reason, 0L);
            if (!interaction.passed() && count <= MOST_OF_A_KIND) {
                blocks.add(block.apply(interaction));
            } else if (!interaction.passed() && told.add(reason)) {
                blocks.add(block.apply(interaction) + "\n\n… and " + (count - 1)
                        + " more interactions with the same error (--report json=FILE has all)");
            }
        }
        return blocks;
    }

    private static Optional<String> reason(InteractionResult result) {
        return result.outcome() instanceof Outcome.Errored errored ? Optional.of(errored.reason()) : Optional.empty();
    }

    /** Titles that several contracts share: they need their sources to be told apart. */
    private static Set<String> ambiguous(VerificationResult result) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (ContractResult contract : result.contracts()) {
            if (!seen.add(contract.title())) {
                twice.add(contract.title());
            }
        }
        return twice;
    }

    /**
     * As {@link #text}, with each interaction in a line below its contract, below it what its author wrote and the test that made it,
     * and the whole exchange below each failure.
     */
    public static String detailed(VerificationResult result) {
        String lines = result.contracts().stream()
                .flatMap(contract -> Stream.concat(
                        Stream.of(line(contract, true)),
                        contract.interactions().stream().map(ConsoleReport::details)))
                .collect(Collectors.joining("\n"));
        return Stream.concat(Stream.of(lines), beside(result, ConsoleReport::whole).stream())
                .collect(Collectors.joining("\n\n"));
    }

    private static String whole(InteractionResult result) {
        return result.exchange()
                .map(exchange -> result.report() + "\n" + barred("sent", exchange.request())
                        + (exchange.response().isEmpty() ? "" : "\n" + barred("came", exchange.response())))
                .orElse(result.report());
    }

    /** The bar keeps build servers from taking a line for one of their commands. */
    private static String barred(String name, String text) {
        return "  " + name + "\n" + text.lines().map(line -> "    | " + line).collect(Collectors.joining("\n"));
    }

    private static String details(InteractionResult result) {
        String verdict = result.passed() ? "ok      " : result.pending() ? "PENDING " : "FAILED  ";
        JsonObject comments = result.interaction().annotations().comments();
        Facts facts =
                new Facts("  " + verdict + SafeText.line(result.interaction().description()));
        comments.array("text").stream()
                .flatMap(JsonArray::stream)
                .flatMap(text -> text.asString().stream())
                .forEach(text -> facts.add("        note", Barred.text(text)));
        return facts.add(
                        "        test",
                        comments.string("testname").map(SafeText::line).orElse(null))
                .toString();
    }

    private static String line(ContractResult contract, boolean withSource) {
        String source =
                withSource ? " (" + SafeText.line(Secrets.url(contract.source().name())) + ")" : "";
        String verdict = contract.success() ? "ok      " : "FAILED  ";
        return verdict + contract.title() + source + "  "
                + Counts.of(contract.interactions().stream())
                + (contract.complete() ? "" : ", " + contract.leftOut() + " left out");
    }
}
