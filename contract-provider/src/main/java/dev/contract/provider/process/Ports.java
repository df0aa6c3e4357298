package dev.contract.provider.process;

import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The free ports chosen for one start of a service, by name; the name of {@code {port}} is empty, that of {@code {port:admin}} is
 * {@code admin}.
 *
 * <p>Immutable.
 */
record Ports(Map<String, Integer> byName) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{port(?::([A-Za-z0-9_-]+))?}");

    Ports {
        byName = Map.copyOf(byName);
    }

    /** The names that the texts use. */
    static Set<String> names(List<String> texts) {
        return texts.stream()
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(Ports::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * How a port is asked for.
     *
     * @throws IllegalArgumentException if a port cannot have this name
     */
    static String placeholder(String name) {
        String placeholder = name.isEmpty() ? "{port}" : "{port:" + name + "}";
        if (!PLACEHOLDER.matcher(placeholder).matches()) {
            throw new IllegalArgumentException("not usable as the name of a port: " + Quoted.text(name));
        }
        return placeholder;
    }

    /** A free port for every name, all different. */
    static Ports chosenFor(Set<String> names) {
        Map<String, ServerSocket> sockets = new LinkedHashMap<>();
        try {
            names.forEach(name -> sockets.put(name, bound()));
            Map<String, Integer> ports = new LinkedHashMap<>();
            sockets.forEach((name, socket) -> ports.put(name, socket.getLocalPort()));
            return new Ports(ports);
        } finally {
            sockets.values().forEach(Ports::close);
        }
    }

    /** The text with every placeholder filled in whose name was chosen. */
    String fillIn(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            Integer port = byName.get(name(found));
            return port == null ? Matcher.quoteReplacement(found.group()) : port.toString();
        });
    }

    /** Whether something accepts connections at the port of this machine, by either loopback address. */
    static boolean isTaken(int port) {
        return accepts("127.0.0.1", port) || accepts("::1", port);
    }

    /** Whether something accepts connections at the port of any address of the host. */
    static boolean accepts(String host, int port) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(address -> accepts(address, port));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            // A connection to a free port of the ephemeral range can meet itself: nobody listens then.
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(MatchResult found) {
        String name = found.group(1);
        return name == null ? "" : name;
    }

    private static ServerSocket bound() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
