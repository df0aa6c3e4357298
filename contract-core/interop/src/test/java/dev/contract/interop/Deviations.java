package dev.contract.interop;

import java.util.List;
import java.util.Set;

/** What peers cannot do, as the manual of contract-core has it: {@link DeviationsTest} holds the two together, {@link TravelTest} both to the truth. */
final class Deviations {
    private static final String PACT_JVM = Peers.PACT_JVM;

    static final List<Deviation> ALL = List.of(
            new Deviation(
                    PACT_JVM,
                    "reads no rule for a key that holds a quote, not even one it wrote itself",
                    "we read all spellings of such keys; for pact-jvm there is none",
                    trial -> trial.contract().equals("quoted-key")
                            && trial.exchange().good()),
            new Deviation(
                    PACT_JVM,
                    "accepts dates and times that no calendar has, such as `2024-13-01` and `25:00`",
                    "we refuse them",
                    trial -> Set.of("{\"v\": \"2024-13-01\"}", "{\"v\": \"25:00:00\"}")
                            .contains(trial.exchange().name())));

    private Deviations() {}

    static boolean deviates(Trial trial) {
        return ALL.stream().anyMatch(each -> each.concerns(trial));
    }
}
