package dev.contract.consumer.stub;

import dev.contract.core.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Compression as {@code Content-Encoding} names it: contracts hold bodies as they were before. */
final class ContentCoding {
    private ContentCoding() {}

    /** A body that holds more than a stub takes. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * The bytes as they were before they were compressed. Codings other than gzip and deflate are left alone.
     *
     * @param longest the most bytes there may be
     * @throws TooLong when there are more
     * @throws IOException when they are not what the header says
     */
    static byte[] decoded(byte[] bytes, Headers headers, int longest) throws IOException {
        List<String> codings = codings(headers);
        Collections.reverse(codings);
        byte[] decoded = bytes;
        for (String coding : codings) {
            if (!isKnown(coding)) {
                return decoded;
            }
            try (InputStream in = reading(coding, decoded)) {
                decoded = in.readNBytes(longest);
                if (in.read() >= 0) {
                    throw new TooLong();
                }
            }
        }
        return decoded;
    }

    /** The bytes compressed as the headers say, unless they look compressed already. */
    static byte[] encoded(byte[] bytes, Headers headers) {
        byte[] encoded = bytes;
        for (String coding : codings(headers)) {
            if (encoded.length == 0 || !isKnown(coding) || looksLike(coding, encoded)) {
                return encoded;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream compressing = writing(coding, out)) {
                compressing.write(encoded);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            encoded = out.toByteArray();
        }
        return encoded;
    }

    private static List<String> codings(Headers headers) {
        if (!headers.has("Content-Encoding")) {
            return new ArrayList<>();
        }
        List<String> codings = new ArrayList<>();
        for (String line : headers.values("Content-Encoding")) {
            for (String coding : line.split(",", -1)) {
                String name = coding.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    codings.add(name.startsWith("x-") ? name.substring(2) : name);
                }
            }
        }
        return codings;
    }

    private static boolean isKnown(String coding) {
        return coding.equals("gzip") || coding.equals("deflate");
    }

    private static InputStream reading(String coding, byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        if (coding.equals("gzip")) {
            return new GZIPInputStream(in);
        }
        // Half of the world sends "deflate" without the zlib frame that the standard asks for
        return looksLike(coding, bytes) ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
    }

    private static OutputStream writing(String coding, OutputStream out) throws IOException {
        return coding.equals("gzip") ? new GZIPOutputStream(out) : new DeflaterOutputStream(out);
    }

    private static boolean looksLike(String coding, byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return coding.equals("gzip")
                ? first == 0x1f && second == 0x8b
                : (first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0;
    }
}
