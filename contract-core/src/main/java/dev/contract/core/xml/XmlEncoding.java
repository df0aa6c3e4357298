package dev.contract.core.xml;

import dev.contract.core.body.DecodedText;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bytes of a document are text (XML 1.0, appendix F): by its byte-order mark, by how {@code <?} looks, by its declaration, else
 * UTF-8. The JDK's parser could find out by itself, but writes malformed bytes to the console.
 */
final class XmlEncoding {
    private static final int LOOKED_AT = 200;
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{1,150}?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private XmlEncoding() {}

    /**
     * The text of a document.
     *
     * @throws XmlSyntaxException if its encoding is not known, or its bytes are no text in it
     */
    static String decode(byte[] document) {
        return decode(document, charset(document));
    }

    /**
     * The text of a document whose charset is known.
     *
     * @throws XmlSyntaxException if its bytes are no text in it
     */
    static String decode(byte[] document, Charset charset) {
        DecodedText decoded = DecodedText.of(document, charset);
        if (!decoded.isText()) {
            throw new XmlSyntaxException(decoded.fault(), 1, 1);
        }
        return decoded.text();
    }

    /**
     * The charset of a document.
     *
     * @throws XmlSyntaxException if its encoding is not known
     */
    static Charset charset(byte[] document) {
        if (starts(document, 0xFE, 0xFF) || starts(document, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(document, 0xFF, 0xFE) || starts(document, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        int length = Math.min(LOOKED_AT, document.length);
        Matcher declared = DECLARED.matcher(new String(document, 0, length, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    /** Bytes that {@link #decode} makes this text of again, with a byte-order mark if the document had one. */
    static byte[] encode(String text, Charset charset, byte[] document) {
        boolean marked =
                starts(document, 0xEF, 0xBB, 0xBF) || starts(document, 0xFE, 0xFF) || starts(document, 0xFF, 0xFE);
        // the charset of this name writes one by itself
        boolean writesMark = charset.equals(StandardCharsets.UTF_16);
        return (marked && !writesMark ? "\uFEFF" + text : text).getBytes(charset);
    }

    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(name);
            // a declaration that could be read until here byte by byte is not in UTF-16, whatever it says
            return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new XmlSyntaxException("its encoding " + name + " is not known here", 1, 1);
        }
    }

    private static boolean starts(byte[] document, int... start) {
        boolean same = document.length >= start.length;
        for (int i = 0; same && i < start.length; i++) {
            same = (document[i] & 0xFF) == start[i];
        }
        return same;
    }
}
