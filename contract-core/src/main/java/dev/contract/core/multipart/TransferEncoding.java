package dev.contract.core.multipart;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** The encodings of RFC 2045, 6, undone. */
final class TransferEncoding {
    private TransferEncoding() {}

    /** Line breaks and blanks are no part of it; any other foreign character is a fault, not passed over. */
    static byte[] base64(byte[] sent) {
        int length = 0;
        byte[] dense = new byte[sent.length];
        for (byte each : sent) {
            if (!isBlank(each) && each != '\n') {
                dense[length++] = each;
            }
        }
        try {
            return Base64.getDecoder().decode(Arrays.copyOf(dense, length));
        } catch (IllegalArgumentException e) {
            throw new MultipartSyntaxException("its contents are not the base64 they are declared to be: "
                    + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    static byte[] quotedPrintable(byte[] sent) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(sent.length);
        int at = 0;
        while (at < sent.length) {
            if (sent[at] != '=') {
                decoded.write(sent[at++]);
                continue;
            }
            int lineEnd = softLineEnd(sent, at + 1);
            if (lineEnd < 0) {
                decoded.write(hex(sent, at));
            }
            at = lineEnd < 0 ? at + 3 : lineEnd;
        }
        return decoded.toByteArray();
    }

    /** After an equals sign at the end of a line, where the next line starts; -1 when something else follows it. */
    private static int softLineEnd(byte[] sent, int from) {
        int at = from;
        while (at < sent.length && isBlank(sent[at])) {
            at++;
        }
        if (at == sent.length) {
            return at;
        }
        return sent[at] == '\n' ? at + 1 : -1;
    }

    private static int hex(byte[] sent, int equals) {
        int high = equals + 2 < sent.length ? Character.digit(sent[equals + 1], 16) : -1;
        int low = equals + 2 < sent.length ? Character.digit(sent[equals + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MultipartSyntaxException("its contents are not the quoted-printable they are declared to be:"
                    + " no two hexadecimal digits follow the = at byte " + equals);
        }
        return high * 16 + low;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t' || each == '\r';
    }
}
