package dev.contract.lint;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Quoted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of states that differ by nothing that anybody sees: the provider needs a handler for each of them. */
final class StateCheck implements Check {

    @Override
    public void check(ContractFile file, Report report) {
        Map<String, String> first = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (Exchange exchange : file.exchanges()) {
            for (ProviderState state : exchange.interaction().states()) {
                String known = first.putIfAbsent(normal(state.name()), state.name());
                if (known != null && !known.equals(state.name()) && told.add(state.name())) {
                    tell(exchange, state.name(), known, report);
                }
            }
        }
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static void tell(Exchange exchange, String name, String known, Report report) {
        JsonValue place = exchange.written()
                .get("providerStates")
                .or(() -> exchange.written().get("providerState"))
                .orElse(exchange.written());
        report.warning(
                "LINT-STATE",
                "two provider states differ only by blanks or capitals",
                exchange.place("", place),
                Quoted.text(name) + " and " + Quoted.text(known),
                "give them one name, or names that tell what differs");
    }
}
