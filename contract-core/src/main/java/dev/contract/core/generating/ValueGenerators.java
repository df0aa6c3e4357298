package dev.contract.core.generating;

import dev.contract.core.model.Generator;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Map;
import java.util.TreeSet;

/** All kinds of generators by the name that files use. */
final class ValueGenerators {

    /** Reads the parameters of one kind. */
    private interface Factory {
        ValueGenerator of(Parameters parameters) throws CannotGenerate;
    }

    private static final Map<String, Factory> KINDS = Map.ofEntries(
            Map.entry("RandomInt", RandomIntGenerator::of),
            Map.entry("RandomDecimal", RandomDecimalGenerator::of),
            Map.entry("RandomHexadecimal", RandomHexadecimalGenerator::of),
            Map.entry("RandomString", RandomStringGenerator::of),
            Map.entry("RandomBoolean", RandomBooleanGenerator::of),
            Map.entry("Regex", RegexGenerator::of),
            Map.entry("Uuid", UuidGenerator::of),
            Map.entry("Date", DateGenerator::of),
            Map.entry("Time", TimeGenerator::of),
            Map.entry("DateTime", DateTimeGenerator::of),
            Map.entry("ProviderState", ProviderStateGenerator::of),
            Map.entry("MockServerURL", MockServerUrlGenerator::of));

    private ValueGenerators() {}

    static ValueGenerator of(Generator generator) throws CannotGenerate {
        Factory factory = KINDS.get(generator.type());
        if (factory == null) {
            throw new CannotGenerate(
                    Problem.warning("CONTRACT-GENERATOR", "there is no generator " + Quoted.text(generator.type()))
                            .mend("known are " + String.join(", ", new TreeSet<>(KINDS.keySet()))));
        }
        return factory.of(new Parameters(generator));
    }
}
