package dev.contract.consumer.stub;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/** Bytes that go to a client past the HTTP server, and after which its connection ends. One thread at a time. */
final class LastBytes {
    private final Line line;
    private final ConduitStreamSinkChannel wire;
    private final ByteBuffer bytes;

    private LastBytes(Line line, ConduitStreamSinkChannel wire, byte[] bytes) {
        this.line = line;
        this.wire = wire;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * @param sink of the connection as it was before a server put its own around it
     */
    static void send(Line line, StreamConnection connection, StreamSinkConduit sink, byte[] bytes) {
        LastBytes last = new LastBytes(line, new ConduitStreamSinkChannel(connection, sink), bytes);
        last.wire.setWriteListener(ready -> last.write());
        last.write();
    }

    private void write() {
        try {
            int written = 1;
            while (bytes.hasRemaining() && written > 0) {
                written = wire.write(bytes);
            }
            if (bytes.hasRemaining() || !wire.flush()) {
                wire.resumeWrites();
            } else {
                line.close();
            }
        } catch (IOException e) {
            line.close();
        }
    }
}
