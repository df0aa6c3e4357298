package dev.contract.consumer.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Values in the distinguished encoding of ASN.1 (ITU-T X.690): a byte for the kind, the length, the content. Only the kinds that a
 * certificate is made of.
 */
final class Der {
    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OF_CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(SET, joined(parts));
    }

    static byte[] bool(boolean value) {
        return value(BOOLEAN, new byte[] {(byte) (value ? 0xff : 0)});
    }

    static byte[] integer(BigInteger value) {
        return value(INTEGER, value.toByteArray());
    }

    /** Whole bytes: none of the bits is padding. */
    static byte[] bits(byte[] bytes) {
        return bits(bytes, 0);
    }

    /**
     * Bits.
     *
     * @param unused how many bits at the end of the last byte are padding
     */
    static byte[] bits(byte[] bytes, int unused) {
        return value(BIT_STRING, joined(new byte[] {(byte) unused}, bytes));
    }

    static byte[] octets(byte[] bytes) {
        return value(OCTET_STRING, bytes);
    }

    static byte[] text(String text) {
        return value(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A time before the year 2050. */
    static byte[] time(Instant time) {
        return value(UTC_TIME, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    /** An identifier as people write it: {@code 2.5.4.3}. */
    static byte[] id(String dotted) {
        String[] numbers = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The first two share a byte
        out.write(40 * Integer.parseInt(numbers[0]) + Integer.parseInt(numbers[1]));
        for (int i = 2; i < numbers.length; i++) {
            out.writeBytes(inSevens(Integer.parseInt(numbers[i])));
        }
        return value(OBJECT_IDENTIFIER, out.toByteArray());
    }

    /** Seven bits a byte, the highest first; all but the last have their top bit set. */
    private static byte[] inSevens(int number) {
        int length = Math.max(1, (38 - Integer.numberOfLeadingZeros(number)) / 7);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int seven = (number >>> (7 * (length - 1 - i))) & 0x7f;
            bytes[i] = (byte) (i < length - 1 ? seven | 0x80 : seven);
        }
        return bytes;
    }

    /** A number in place of a kind, around whole values. */
    static byte[] numbered(int number, byte[]... parts) {
        return value(OF_CONTEXT | CONSTRUCTED | number, joined(parts));
    }

    /** A number in place of the kind of a value that has no parts. */
    static byte[] implicit(int number, byte[] content) {
        return value(OF_CONTEXT | number, content);
    }

    private static byte[] value(int kind, byte[] content) {
        return joined(new byte[] {(byte) kind}, length(content.length), content);
    }

    /** Below 128 the byte itself, else how many bytes follow that hold it. */
    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
