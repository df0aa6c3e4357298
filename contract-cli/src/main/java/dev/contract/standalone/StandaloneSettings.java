package dev.contract.standalone;

import dev.contract.consumer.answer.StateHeader;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a stub that stands alone serves.
 *
 * <p>Immutable.
 *
 * @param stub host, limits and the like of every server, and the port of providers without one of their own
 * @param ports those of single providers; 0 for any free one
 * @param prefixes the paths below which single providers are served: {@code /users}
 * @param upstreams real services that get what was not declared
 * @param states where requests may name a provider state; null for nowhere
 * @param control who may steer it
 */
public record StandaloneSettings(
        StubSettings stub,
        Map<String, Integer> ports,
        Map<String, String> prefixes,
        PerProvider<String> upstreams,
        @Nullable StateHeader states,
        Control control) {

    /** Everything at one free port, steered by whoever can reach it on this machine. */
    public static final StandaloneSettings DEFAULT = new StandaloneSettings(
            StubSettings.DEFAULT, Map.of(), Map.of(), new PerProvider<>(null, Map.of()), null, Control.LOCAL);

    public StandaloneSettings {
        ports = Map.copyOf(ports);
        prefixes = Map.copyOf(prefixes);
    }

    /**
     * Who may steer it.
     *
     * @param on whether anybody may
     * @param token what requests must bring as a bearer token; null for nothing, which is for loopback addresses only
     */
    public record Control(boolean on, @Nullable String token) {
        public static final Control LOCAL = new Control(true, null);
        public static final Control OFF = new Control(false, null);
    }

    /** The settings of providers that are none of these; one that serves nobody yet waits for any. */
    List<Problem> unknown(Set<String> providers) {
        List<Problem> problems = new ArrayList<>();
        if (!providers.isEmpty()) {
            problems.addAll(unknown("--port", ports, providers));
            problems.addAll(unknown("--prefix", prefixes, providers));
            problems.addAll(unknown("--proxy-unmatched", upstreams.named(), providers));
        }
        return problems;
    }

    private static List<Problem> unknown(String option, Map<String, ?> named, Set<String> providers) {
        return named.entrySet().stream()
                .filter(each -> !providers.contains(each.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Problem.warning(
                                "STUB-PROVIDER", "no contract is of a provider that has settings of its own")
                        .at(option + " " + each.getKey() + "="
                                + Secrets.url(each.getValue().toString()))
                        .found("contracts of " + NearNames.listed(each.getKey(), providers))
                        .mend(NearNames.didYouMean(
                                each.getKey(),
                                providers,
                                "correct the name, or open the provider by PUT " + ControlApi.PREFIX
                                        + "/providers/NAME")))
                .toList();
    }

    public StandaloneSettings withStub(StubSettings other) {
        return new StandaloneSettings(other, ports, prefixes, upstreams, states, control);
    }

    public StandaloneSettings withPorts(Map<String, Integer> others) {
        return new StandaloneSettings(stub, others, prefixes, upstreams, states, control);
    }

    public StandaloneSettings withPrefixes(Map<String, String> others) {
        return new StandaloneSettings(stub, ports, others, upstreams, states, control);
    }

    public StandaloneSettings withUpstreams(PerProvider<String> others) {
        return new StandaloneSettings(stub, ports, prefixes, others, states, control);
    }

    public StandaloneSettings withStates(@Nullable StateHeader header) {
        return new StandaloneSettings(stub, ports, prefixes, upstreams, header, control);
    }

    public StandaloneSettings withControl(Control other) {
        return new StandaloneSettings(stub, ports, prefixes, upstreams, states, other);
    }
}
