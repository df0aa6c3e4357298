package dev.contract.provider.target;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of responses and refuses those that the connection's end cuts short: HttpCore takes them for whole, and half a head
 * could pass for the answer that was agreed.
 */
final class WholeHeadParser implements HttpMessageParser<ClassicHttpResponse> {
    private final HttpMessageParser<ClassicHttpResponse> parser;

    WholeHeadParser(Http1Config limits) {
        this.parser = new DefaultHttpResponseParser(limits);
    }

    /** Null when nothing at all comes. */
    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
            throws IOException, HttpException {
        Watched watched = new Watched(stream);
        try {
            @Nullable ClassicHttpResponse head = parser.parse(buffer, watched);
            if (head != null && watched.ended) {
                throw new CutHead();
            }
            return head;
        } catch (HttpException e) {
            throw watched.ended ? new CutHead() : e;
        }
    }

    /** The connection ended within the head of a response. */
    static final class CutHead extends HttpException {
        private static final long serialVersionUID = 1;
    }

    /** Bytes that are all read in blocks, by the buffer; notes that there are no more. */
    private static final class Watched extends FilterInputStream {
        private boolean ended;

        Watched(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            ended |= count < 0;
            return count;
        }
    }
}
