package dev.contract.core.body;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as text, without guessing: bytes that no text has in the charset, and charsets that nobody knows, are a fault. Immutable.
 *
 * @param text without a byte-order mark; empty when there is a fault
 * @param fault why there is no text, in words that go on from "the body is not text:"; empty when there is one
 */
public record DecodedText(String text, String fault) {
    private static final char REPLACEMENT = '\uFFFD';

    /** The bytes in the charset that a type names, UTF-8 where it names none. */
    public static DecodedText of(byte[] bytes, ContentType type) {
        return type.hasUnknownCharset()
                ? new DecodedText("", "its charset " + type.parameter("charset").orElse("") + " is not known here")
                : of(bytes, type.charset());
    }

    public static DecodedText of(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // the JDK does this many times faster than a decoder, but without a word on what is malformed
            String text = new String(bytes, charset);
            if (text.indexOf(REPLACEMENT) < 0) {
                return new DecodedText(withoutMark(text), "");
            }
        }
        return decode(bytes, charset);
    }

    private static DecodedText decode(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        result = result.isError() ? result : decoder.flush(out);
        return result.isError()
                ? new DecodedText("", "its bytes are not " + charset.name() + " from byte " + in.position() + " on")
                : new DecodedText(withoutMark(out.flip().toString()), "");
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public boolean isText() {
        return fault.isEmpty();
    }
}
