package dev.contract.broker.egress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the open Internet from those of this machine, of the networks around it, and of the cloud that runs it. */
final class PublicAddress {
    /** This machine, its link, where clouds tell machines their secrets, and groups of machines. */
    private static final List<AddressRange> OWN = ranges(
                    "0.0.0.0/8",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "168.63.129.16/32",
                    "100.100.100.200/32",
                    "224.0.0.0/3")
            .toList();

    /** What belongs to whoever runs the network. */
    private static final List<AddressRange> PRIVATE = Stream.concat(
                    OWN.stream(),
                    ranges(
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24"))
            .toList();

    private static final List<AddressRange> OWN_6 =
            ranges("::/127", "fe80::/10", "ff00::/8", "fd00:ec2::/32").toList();

    /** Of IPv6 only what is given out is public; of that, not what is for documentation, or tells of tunnels nobody can look into. */
    private static final List<AddressRange> GIVEN_OUT_6 = ranges("2000::/3").toList();

    private static final List<AddressRange> SPECIAL_6 =
            ranges("2001::/23", "2001:db8::/32", "3fff::/20").toList();

    private PublicAddress() {}

    private static Stream<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(text -> AddressRange.parse(text).orElseThrow());
    }

    /** Whether the address leads out of all that the operator might want to keep to himself. */
    static boolean isPublic(InetAddress address) {
        InetAddress plain = unwrapped(address);
        if (plain instanceof Inet4Address) {
            return !in(PRIVATE, plain);
        }
        return in(GIVEN_OUT_6, plain) && !in(SPECIAL_6, plain);
    }

    /** Whether the address leads to this machine, its link or the service that tells it its secrets. */
    static boolean isOwn(InetAddress address) {
        InetAddress plain = unwrapped(address);
        return in(plain instanceof Inet4Address ? OWN : OWN_6, plain);
    }

    private static boolean in(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.covers(address));
    }

    /** IPv4 in the forms that IPv6 has for it: translated (64:ff9b::), tunnelled (2002::), or in the last 32 bits. */
    private static InetAddress unwrapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return fourBytes(bytes, 2, address);
        }
        boolean translated = starts(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean compatible = starts(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && bytes[12] != 0;
        return translated || compatible ? fourBytes(bytes, 12, address) : address;
    }

    private static boolean starts(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress fourBytes(byte[] bytes, int from, InetAddress otherwise) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            return otherwise;
        }
    }
}
