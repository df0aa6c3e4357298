package dev.contract.consumer.stub;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSinkChannel;

/** Bytes that go to a client past the HTTP server, and after which its connection ends. One thread at a time. */
final class LastBytes {
    private final ServerConnection connection;
    private final ConduitStreamSinkChannel wire;
    private final ByteBuffer bytes;

    private LastBytes(AbstractServerConnection connection, byte[] bytes) {
        this.connection = connection;
        this.wire = new ConduitStreamSinkChannel(connection.getChannel(), connection.getOriginalSinkConduit());
        this.bytes = ByteBuffer.wrap(bytes);
    }

    static void send(ServerConnection connection, byte[] bytes) {
        LastBytes last = new LastBytes((AbstractServerConnection) connection, bytes);
        last.wire.setWriteListener(ready -> last.write());
        last.write();
    }

    private void write() {
        try {
            int written = 1;
            while (bytes.hasRemaining() && written > 0) {
                written = wire.write(bytes);
            }
            if (bytes.hasRemaining()) {
                wire.resumeWrites();
            } else {
                IoUtils.safeClose(connection);
            }
        } catch (IOException e) {
            IoUtils.safeClose(connection);
        }
    }
}
