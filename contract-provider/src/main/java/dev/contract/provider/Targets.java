package dev.contract.provider;

import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.target.HttpTarget;
import dev.contract.provider.target.Target;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: to the target of the interaction's transport, which contracts of version 4 may name, or to the main one.
 *
 * <p>Immutable.
 *
 * @param byTransport the main one under {@link #MAIN}
 */
record Targets(Map<String, Target> byTransport) {
    static final String MAIN = "";

    /** What tools write of themselves where an author named no transport. */
    private static final Set<String> USUAL = Set.of("http", "https");

    Targets {
        byTransport = new LinkedHashMap<>(byTransport);
    }

    /**
     * The target of an interaction over HTTP; empty when nobody said where it is. Where no transport has a target of its own, one address is
     * meant for all.
     */
    Optional<Target> of(Interaction interaction) {
        return Optional.ofNullable(byTransport.get(key(interaction.annotations().transport())));
    }

    private String key(@Nullable String transport) {
        if (transport == null || byTransport.containsKey(transport)) {
            return transport == null ? MAIN : transport;
        }
        return USUAL.contains(transport) || hasNoOther() ? MAIN : transport;
    }

    private boolean hasNoOther() {
        return Set.of(MAIN).containsAll(byTransport.keySet());
    }

    /** An interaction has no target. */
    Problem missing(Interaction interaction) {
        String key = key(interaction.annotations().transport());
        return key.equals(MAIN) ? noUrl() : noUrl(key);
    }

    private Problem noUrl(String transport) {
        String known = new TreeSet<>(byTransport.keySet())
                .stream().filter(each -> !each.equals(MAIN)).map(Quoted::text).collect(Collectors.joining(", "));
        return Problem.error(
                        "CONTRACT-URL",
                        "the verifier does not know where transport " + Quoted.text(transport) + " of the provider is")
                .found("transports " + known)
                .mend("add .at(" + Quoted.text(transport) + ", \"http://…\"), --transport " + transport + "=http://…");
    }

    static Problem noUrl() {
        return Problem.error("CONTRACT-URL", "the verifier does not know where the provider runs")
                .mend("add .at(\"http://127.0.0.1:8080\"), with the address of the service");
    }

    /** What the user has to know of before trusting the verdicts. */
    List<Problem> warnings() {
        return byTransport.values().stream()
                .filter(HttpTarget.class::isInstance)
                .map(HttpTarget.class::cast)
                .filter(HttpTarget::trustsAnybody)
                .map(each -> Problem.warning("CONTRACT-TLS", "the certificate of the service is not looked at")
                        .at(each.url())
                        .found("whoever answers there is taken for the service")
                        .mend("name its CA instead: .trusting(Path.of(\"ca.pem\")), --trust ca.pem"))
                .toList();
    }

    Collection<Target> all() {
        return byTransport.values();
    }
}
