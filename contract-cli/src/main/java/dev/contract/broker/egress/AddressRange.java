package dev.contract.broker.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin alike: {@code 10.0.0.0/8}, {@code fe80::/10}, or one alone. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AddressRange(byte[] start, int bits) {
    /** A number of at most 255. */
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})";

    /** Nothing that a name server could be asked about: of what begins like an address and is none, Java takes some for names. */
    private static final Pattern LITERAL =
            Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*");

    /** The range; empty when the text is neither an address nor a range of them. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        return address.map(InetAddress::getAddress)
                .filter(bytes ->
                        slash < 0 || (bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= bytes.length * 8))
                .map(bytes -> new AddressRange(bytes, slash < 0 ? bytes.length * 8 : Integer.parseInt(bits)));
    }

    /** The address that a text is; empty when it is a name. No name server is asked. */
    public static Optional<InetAddress> address(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!isLiteral(plain)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    public boolean covers(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
