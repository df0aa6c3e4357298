package dev.contract.lint;

import dev.contract.core.model.Annotations;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kind, description and states name an interaction, and in version 4 its key does: brokers, reports and merges go by them. */
final class IdentityCheck implements Check {

    private record Name(Class<?> kind, String description, List<ProviderState> states) {
        static Name of(Exchange exchange) {
            Interaction interaction = exchange.interaction();
            return new Name(interaction.getClass(), interaction.description(), exchange.states());
        }
    }

    @Override
    public void check(ContractFile file, Report report) {
        Map<Name, Exchange> names = new HashMap<>();
        Map<String, Exchange> keys = new HashMap<>();
        for (Exchange exchange : file.exchanges()) {
            Exchange namesake = names.putIfAbsent(Name.of(exchange), exchange);
            if (namesake != null && !keysDiffer(namesake, exchange)) {
                twice(namesake, exchange, report);
            }
            String key = key(exchange);
            Exchange other = key == null ? null : keys.putIfAbsent(key, exchange);
            if (key != null && other != null) {
                report.error(
                        "LINT-KEY",
                        "two interactions have one key",
                        exchange.place(".key", exchange.written().get("key").orElse(exchange.written())),
                        Quoted.text(key) + " is that of " + other.place(),
                        "give one of them another key, or none");
            }
            if (key == null && file.contract().version() == SpecVersion.V4) {
                withoutKey(exchange.place(), report);
            }
        }
    }

    private static @Nullable String key(Exchange exchange) {
        return exchange.interaction().annotations().key();
    }

    private static boolean keysDiffer(Exchange one, Exchange other) {
        String key = key(one);
        String otherKey = key(other);
        return key != null && otherKey != null && !key.equals(otherKey);
    }

    private static void twice(Exchange one, Exchange other, Report report) {
        String found = "the other one is " + one.place().location();
        if (content(one).equals(content(other))) {
            report.warning(
                    "LINT-TWICE", "an interaction stands there twice", other.place(), found, "leave one of them out");
        } else {
            report.error(
                    "LINT-TWICE",
                    "two interactions of one name expect different things",
                    other.place(),
                    found,
                    "give one of them another description or another provider state");
        }
    }

    private static Interaction content(Exchange exchange) {
        return exchange.interaction().withAnnotations(Annotations.NONE);
    }

    private static void withoutKey(Place place, Report report) {
        report.advice(
                "LINT-KEY",
                "an interaction has no key, so each tool makes one of its own",
                place,
                null,
                "give it a \"key\" that no other interaction of the file has, or let contract convert --to V4 write one");
    }
}
