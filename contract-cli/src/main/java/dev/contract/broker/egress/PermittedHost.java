package dev.contract.broker.egress;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts that the operator permits: {@code ci.example.com}, {@code *.example.com}, {@code 10.1.2.3}, {@code 10.1.0.0/16} or
 * {@code /ci-[0-9]+\.example\.com/}. Immutable.
 *
 * <p>One that is named exactly may be anywhere. What a pattern permits may be in a private network, but not this machine itself: whoever
 * may make names below a domain could point them anywhere.
 */
public sealed interface PermittedHost {

    /** Whether a host is meant by its name. */
    boolean names(String host);

    /** Whether a connection may be made to an address that a host has. */
    boolean permits(String host, InetAddress address);

    /** Whether names are of no matter, so that only the address tells. */
    default boolean isByAddress() {
        return false;
    }

    /**
     * What an entry of the list says.
     *
     * @throws ContractException if it says nothing
     */
    static PermittedHost parse(String text) {
        String entry = text.toLowerCase(Locale.ROOT);
        if (entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/")) {
            return new Matching(regex(text));
        }
        if (entry.startsWith("*.") && entry.length() > 2) {
            return new Below(entry.substring(1));
        }
        Optional<AddressRange> range = AddressRange.parse(entry);
        if (range.isPresent()) {
            return new Within(range.get());
        }
        if (entry.isEmpty() || entry.contains("/") || entry.contains("*") || entry.contains(":")) {
            throw new ContractException(
                    Problem.error("BROKER-EGRESS", "this names no host that webhooks may reach")
                            .found("\"" + text + "\"")
                            .mend(
                                    "write a name, *.example.com, an address, a range such as 10.1.0.0/16, or /a regular expression/"));
        }
        return new Named(entry);
    }

    private static BoundedRegex regex(String text) {
        try {
            return BoundedRegex.parse(text.substring(1, text.length() - 1));
        } catch (RegexSyntaxException e) {
            throw new ContractException(
                    Problem.error("BROKER-EGRESS", "this is no regular expression for hosts that webhooks may reach")
                            .found(text + ": " + e.getMessage())
                            .mend("correct it; a dot that is meant is written \\."),
                    e);
        }
    }

    /** One host. */
    record Named(String name) implements PermittedHost {
        @Override
        public boolean names(String host) {
            return name.equalsIgnoreCase(host);
        }

        @Override
        public boolean permits(String host, InetAddress address) {
            return names(host);
        }
    }

    /**
     * All hosts below a domain.
     *
     * @param end with the dot
     */
    record Below(String end) implements PermittedHost {
        @Override
        public boolean names(String host) {
            return host.toLowerCase(Locale.ROOT).endsWith(end) && host.length() > end.length();
        }

        @Override
        public boolean permits(String host, InetAddress address) {
            return names(host) && !PublicAddress.isOwn(address);
        }
    }

    /** All hosts whose whole name matches. */
    record Matching(BoundedRegex regex) implements PermittedHost {
        @Override
        public boolean names(String host) {
            return regex.judge(host.toLowerCase(Locale.ROOT)) == BoundedRegex.Verdict.MATCH;
        }

        @Override
        public boolean permits(String host, InetAddress address) {
            return names(host) && !PublicAddress.isOwn(address);
        }
    }

    /** Whatever has an address in a range. */
    record Within(AddressRange range) implements PermittedHost {
        @Override
        public boolean names(String host) {
            return AddressRange.address(host).filter(range::covers).isPresent();
        }

        @Override
        public boolean permits(String host, InetAddress address) {
            return range.covers(address);
        }

        @Override
        public boolean isByAddress() {
            return true;
        }
    }
}
