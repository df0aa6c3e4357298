package dev.contract.broker.api;

import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Party;
import java.util.List;
import java.util.stream.Collectors;

/** Integrations as other programs read them. */
final class IntegrationText {
    private IntegrationText() {}

    /** In the language of Graphviz. */
    static String graph(List<Integration> integrations) {
        return integrations.stream()
                .map(each -> "  " + quoted(each.consumer()) + " -> " + quoted(each.provider()) + "\n")
                .collect(Collectors.joining("", "digraph {\n  rankdir=LR\n", "}\n"));
    }

    private static String quoted(Party party) {
        return "\"" + party.name().value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String csv(List<Integration> integrations) {
        return integrations.stream()
                .map(each -> cell(each.consumer()) + "," + cell(each.provider()) + "\r\n")
                .collect(Collectors.joining("", "consumer,provider\r\n", ""));
    }

    /** Quoted always; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(Party party) {
        String name = party.name().value();
        String harmless = "=+-@".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
