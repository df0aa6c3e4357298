package dev.contract.broker.access;

import dev.contract.broker.egress.AddressRange;
import dev.contract.core.http.HttpRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proxies that are believed when they say in {@code X-Forwarded-For} who asked them. Each adds the address that it sees at the end of what it was
 * given; so the last one there that no such proxy has is that of the client, and whatever stands before is the client's own word.
 *
 * @param ranges where they are
 */
public record TrustedProxies(List<AddressRange> ranges) {
    /** None: whoever opens the connection is the client. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** Some proxies add the port, which stands behind an address of IPv6 only if that is in brackets. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[^\\[\\]]*]):[0-9]{1,5}");

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * Where a request comes from.
     *
     * @param from the address at the other end of the connection
     */
    String client(HttpRequest request, String from) {
        List<String> hops = hops(request);
        String client = from;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> hop = AddressRange.address(hops.get(i));
            if (hop.isEmpty()) {
                return client; // as "unknown" is none
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return !ranges.isEmpty()
                && AddressRange.address(address)
                        .filter(known -> ranges.stream().anyMatch(range -> range.covers(known)))
                        .isPresent();
    }

    private static List<String> hops(HttpRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : request.headers().values("X-Forwarded-For")) {
            for (String hop : line.split(",", -1)) {
                Matcher withPort = WITH_PORT.matcher(hop.strip());
                hops.add(withPort.matches() ? withPort.group(1) : hop.strip());
            }
        }
        return hops;
    }
}
