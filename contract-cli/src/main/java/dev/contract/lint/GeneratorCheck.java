package dev.contract.lint;

import dev.contract.core.generating.Generation;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.LintFinding.Severity;

/** A generator that can make no values leaves the example, and nobody notices: dates stand still, states are not asked. */
final class GeneratorCheck implements Check {
    private static final String CODE = "LINT-GENERATOR";

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                part.generators()
                        .byCategory()
                        .forEach((category, generators) -> generators.forEach((key, generator) ->
                                judge(generator, exchange, place(exchange, part, category, key), report)));
            }
        }
    }

    /** Where a generator stands. */
    static Place place(Exchange exchange, Expected part, Category category, String key) {
        JsonValue written = part.findRule("generators", category, key);
        String suffix = key.isEmpty() ? "" : " " + Quoted.text(key);
        return exchange.place(part.name() + "." + category.text() + suffix, written);
    }

    private static void judge(Generator generator, Exchange exchange, Place place, Report report) {
        Generation.problem(generator)
                .filter(Problem::isError)
                .ifPresent(problem -> report.add(
                        new LintFinding(CODE, Severity.ERROR, problem.what(), place, problem.found(), problem.mend())));
        if (generator.type().equals("ProviderState")
                && exchange.interaction().states().isEmpty()) {
            report.warning(
                    CODE,
                    "a value comes from a provider state, and the interaction has none",
                    place,
                    generator
                            .attributes()
                            .string("expression")
                            .map(Quoted::text)
                            .orElse(null),
                    "add the provider state whose handler returns the value");
        }
    }
}
