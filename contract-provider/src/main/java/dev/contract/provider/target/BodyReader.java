package dev.contract.provider.target;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads and decompresses bodies within a limit. */
final class BodyReader {
    private final int limit;
    private int received;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** How many bytes have come so far. */
    int received() {
        return received;
    }

    /** All bytes of a stream, which is not closed: closing would read an endless body to its end. */
    byte[] read(InputStream content) throws IOException, ExchangeException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            received += n;
            bytes.write(buffer, 0, n);
            if (bytes.size() > limit) {
                throw tooLarge();
            }
        }
        return bytes.toByteArray();
    }

    /** A body as it was before its {@code Content-Encoding}; unchanged when that is none of ours. */
    byte[] decoded(byte[] body, String encoding) throws ExchangeException {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return body;
        }
        try {
            return switch (name) {
                case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)));
                case "deflate" -> read(new InflaterInputStream(new ByteArrayInputStream(body)));
                default -> body;
            };
        } catch (IOException e) {
            throw new ExchangeException(
                    "the response says Content-Encoding: " + name + ", but its body is not readable as that", e);
        }
    }

    ExchangeException tooLarge() {
        return new ExchangeException("the body of the response is larger than the limit of " + limit + " bytes");
    }
}
