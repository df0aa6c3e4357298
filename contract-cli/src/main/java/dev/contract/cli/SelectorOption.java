package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.provider.broker.ConsumerVersionSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which contracts to take from the broker. */
@Command
final class SelectorOption {
    private static final String NAME = "--consumer-version-selectors";

    @Option(
            names = NAME,
            paramLabel = "JSON",
            order = 40,
            description = "Which contracts the broker is asked for, such as '{\"mainBranch\": true}'. May be repeated."
                    + " Without it: main branches, and what is deployed or released.")
    private List<String> selectors = new ArrayList<>();

    boolean areGiven() {
        return !selectors.isEmpty();
    }

    List<ConsumerVersionSelector> selectors() {
        return selectors.stream().flatMap(SelectorOption::parsed).toList();
    }

    void addTo(List<String> words) {
        selectors.forEach(each -> ServiceOptions.addOption(words, NAME, each));
    }

    private static Stream<ConsumerVersionSelector> parsed(String text) {
        try {
            return ConsumerVersionSelector.parse(NAME, text).stream();
        } catch (ContractException e) {
            throw new WrongUsage(NAME + " cannot be understood", e.problems());
        }
    }
}
