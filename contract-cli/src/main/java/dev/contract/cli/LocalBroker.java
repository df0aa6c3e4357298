package dev.contract.cli;

import dev.contract.broker.Broker;
import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.directory.DirectoryStore;
import dev.contract.cli.console.Console;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.broker.BrokerClient;
import java.nio.file.Path;
import java.time.Clock;

/** The broker inside this process, over a local file or a directory of files: the same routes, without a socket. */
final class LocalBroker {
    private static final String HOST = "local-broker";
    private static final String SCHEME = "file:";

    /** What the links of a local broker start with: no real address, so that nobody takes it for one. */
    static final String BASE = "http://" + HOST;

    private LocalBroker() {}

    static BrokerAccess open(Path database) {
        return access(Broker.open(database));
    }

    /** Whether the address of a broker is that of a directory. */
    static boolean isDirectory(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The directory of {@code file:DIR}, as it was typed: nothing is decoded. {@code file:///DIR} is the same as {@code file:/DIR}.
     *
     * @throws WrongUsage if it is none, or on another machine
     */
    static String directory(String url) {
        String path = url.substring(SCHEME.length());
        String plain = path.startsWith("///") ? path.substring(2) : path;
        if (plain.isBlank() || plain.startsWith("//") || plain.indexOf('\0') >= 0) {
            throw new WrongUsage(
                    "file: is followed by a directory of this machine, as in file:contracts or file:/srv/contracts, not by "
                            + "\"" + path + "\"");
        }
        return plain;
    }

    /** Tells what is odd in it. */
    static BrokerAccess ofDirectory(Path directory, Console console) {
        DirectoryStore store = DirectoryStore.open(directory, Clock.systemUTC());
        console.problems(store.warnings());
        return access(Broker.over(store, ApiSettings.DEFAULT));
    }

    private static BrokerAccess access(Broker broker) {
        BrokerClient client = new BrokerClient(request -> send(broker, request), BASE);
        return new BrokerAccess(client, BASE, true, broker::close);
    }

    private static HttpResponse send(Broker broker, HttpRequest request) {
        return broker.routes().apply(request.withHeader("Host", HOST));
    }
}
