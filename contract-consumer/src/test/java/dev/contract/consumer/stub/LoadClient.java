package dev.contract.consumer.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client that keeps connections busy and does next to nothing else, so that the server is what is measured: one request at a time
 * on each connection, answers told apart by their length.
 */
final class LoadClient implements AutoCloseable {
    private final byte[][] requests;
    private final int answerLength;
    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private int next;

    /** A connection, and how many bytes of its answer are still to come. */
    private static final class Connection {
        private int missing;
    }

    LoadClient(int port, int connections, byte[][] requests) throws IOException {
        this.requests = requests;
        this.answerLength = answerLength(port, requests[0]);
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Connection());
            channels.add(channel);
        }
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: stub\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] post(String path, String json) {
        return ("POST " + path + " HTTP/1.1\r\nHost: stub\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int answerLength(int port, byte[] request) throws IOException {
        try (Wire wire = new Wire(port)) {
            wire.send(request);
            Wire.Response answer = wire.receive();
            if (answer.status() != 200) {
                throw new IOException("not the answer that was to be measured: " + answer);
            }
            return answer.head().length() + answer.body().length();
        }
    }

    /** Sends this many requests for each connection and waits for all answers. */
    void run(int each) throws IOException {
        int started = 0;
        int wanted = each * channels.size();
        int finished = 0;
        for (SelectionKey key : selector.keys()) {
            send(key);
            started++;
        }
        while (finished < wanted) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                if (received(key)) {
                    finished++;
                    if (started < wanted) {
                        send(key);
                        started++;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private void send(SelectionKey key) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(requests[next]);
        next = (next + 1) % requests.length;
        while (request.hasRemaining()) {
            int unused = ((SocketChannel) key.channel()).write(request);
        }
        ((Connection) key.attachment()).missing = answerLength;
    }

    private boolean received(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        in.clear();
        int read = ((SocketChannel) key.channel()).read(in);
        if (read < 0) {
            throw new IOException("the server closed a connection");
        }
        connection.missing -= read;
        return connection.missing == 0;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
