package dev.contract.interop;

import dev.contract.interop.Trial.Role;
import java.util.List;

/** What peers cannot do, as the manual of contract-core has it: {@link DeviationsTest} holds the two together, {@link TravelTest} both to the truth. */
final class Deviations {
    private static final String PACT_JVM = Peers.PACT_JVM;
    private static final String PACT_JS = Peers.PACT_JS;

    static final List<Deviation> ALL = List.of(
            new Deviation(
                    PACT_JVM,
                    "reads no rule for a key that holds a quote, not even one it wrote itself",
                    "we read all spellings of such keys; for pact-jvm there is none",
                    trial -> trial.is("quoted-key") && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "accepts dates and times that no calendar has, such as `2024-13-01` and `25:00`",
                    "we refuse them",
                    trial -> (trial.is("date") && trial.with("{\"v\": \"2024-13-01\"}"))
                            || (trial.is("time") && trial.with("{\"v\": \"25:00:00\"}"))),
            new Deviation(
                    PACT_JS,
                    "reads no rule for a key that holds a quote, not even one it wrote itself",
                    "we read all spellings of such keys; for pact-js there is none",
                    trial -> trial.is("quoted-key") && trial.exchange().good()),
            new Deviation(
                    PACT_JS,
                    "takes null for the text `null` where a regular expression is demanded",
                    "we refuse null unless the rule allows it",
                    trial -> trial.is("regex") && trial.with("{\"v\": null}")),
            new Deviation(
                    PACT_JS,
                    "sends no request whose JSON body is a single text or number: the proxy of its verifier refuses it",
                    "we send it as it stands",
                    trial -> (trial.is("root-text") || trial.is("root-number"))
                            && trial.role() == Role.VERIFIES
                            && trial.exchange().good()));

    private Deviations() {}

    static boolean deviates(Trial trial) {
        return ALL.stream().anyMatch(each -> each.concerns(trial));
    }
}
