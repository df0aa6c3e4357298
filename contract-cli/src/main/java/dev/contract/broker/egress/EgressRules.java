package dev.contract.broker.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where requests may go, and how. Immutable.
 *
 * @param schemes {@code https}, for example
 * @param methods {@code POST}, for example
 * @param hosts without any: every host with a public address
 */
public record EgressRules(Set<String> schemes, Set<String> methods, List<PermittedHost> hosts) {
    public static final EgressRules DEFAULT = of(List.of("https"), List.of("POST"), List.of());

    private static final int LAST_PORT = 65_535;

    public EgressRules {
        schemes = Collections.unmodifiableSet(new LinkedHashSet<>(schemes));
        methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
        hosts = List.copyOf(hosts);
    }

    /**
     * Rules from lists as operators write them.
     *
     * @throws dev.contract.core.problem.ContractException if an entry names no host
     */
    public static EgressRules of(List<String> schemes, List<String> methods, List<String> hosts) {
        return new EgressRules(
                schemes.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                methods.stream().map(text -> text.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
                hosts.stream().map(PermittedHost::parse).toList());
    }

    /** Whether answers may be shown to users: only the operator's own choice of hosts makes sure that they tell nothing of his network. */
    public boolean showsAnswers() {
        return !hosts.isEmpty();
    }

    /** What is wrong with a method; empty when it may be used. */
    public Optional<String> refusesMethod(String method) {
        return methods.contains(method.toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("the method " + method + " is not permitted here; permitted are " + listed(methods));
    }

    /** What is wrong with a place, as far as its text tells; empty when it may be tried. */
    public Optional<String> refuses(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || host.isEmpty()) {
            return Optional.of("it names no host");
        }
        if (url.getPort() > LAST_PORT) {
            return Optional.of("the port " + url.getPort() + " is none; the last one is " + LAST_PORT);
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("it holds a user name; give username and password apart");
        }
        if (!schemes.contains(scheme)) {
            return Optional.of("the scheme " + scheme + " is not permitted here; permitted are " + listed(schemes));
        }
        return refusesHost(host);
    }

    private Optional<String> refusesHost(String host) {
        Optional<InetAddress> address = AddressRange.address(host);
        if (address.isPresent()) {
            return refuses(host, address.get());
        }
        boolean maybe = hosts.isEmpty()
                ? !isLocalName(host)
                : hosts.stream().anyMatch(each -> each.names(host) || each.isByAddress());
        return maybe ? Optional.empty() : Optional.of("the host " + host + " is not permitted here");
    }

    private static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** What is wrong with an address that a host has; empty when a connection may be made. */
    Optional<String> refuses(String host, InetAddress address) {
        boolean permitted = hosts.isEmpty()
                ? PublicAddress.isPublic(address)
                : hosts.stream().anyMatch(each -> each.permits(host, address));
        return permitted
                ? Optional.empty()
                : Optional.of("the host " + host + " has the address " + address.getHostAddress()
                        + ", which is not permitted here");
    }

    private static String listed(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
