package dev.contract.provider.target;

import dev.contract.core.http.HttpRequest;
import dev.contract.provider.target.Deadlines.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.jspecify.annotations.Nullable;

/** Opens connections to one service: directly or through a proxy, in the clear or by TLS. Thread-safe. */
final class Connector {
    private final ServiceAddress service;
    private final @Nullable HttpProxy proxy;
    private final @Nullable SSLSocketFactory tls;
    private final boolean checksHost;

    /** @throws dev.contract.core.problem.ContractException if a file that TLS needs cannot be used */
    Connector(ServiceAddress service, Access access) {
        this.service = service;
        this.proxy = access.proxy();
        this.tls = service.secure() ? access.tls().context().getSocketFactory() : null;
        this.checksHost = !access.tls().trustsAnybody();
    }

    /** A request as it is written on one of these connections: a proxy without a tunnel is told the whole URL. */
    RawRequest request(HttpRequest prepared) {
        HttpProxy told = tls == null ? proxy : null;
        return RawRequest.of(prepared, service, told);
    }

    /** @throws ExchangeException if the proxy does not let through */
    Connection open(Deadline deadline) throws IOException, ExchangeException {
        Socket socket = connected(proxy == null ? service : proxy.address(), deadline);
        try {
            if (tls == null) {
                return Connection.over(socket, null);
            }
            if (proxy != null) {
                tunnel(socket, proxy);
            }
            return Connection.over(socket, handshake(socket, tls));
        } catch (IOException | ExchangeException e) {
            socket.close();
            throw e;
        }
    }

    /** Connects to the first of the host's addresses that accepts: {@code localhost} often has two. */
    private static Socket connected(ServiceAddress address, Deadline deadline) throws IOException {
        IOException failure = null;
        for (InetAddress each : InetAddress.getAllByName(address.host())) {
            Socket socket = new Socket();
            try {
                deadline.guard(socket);
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(each, address.port()), deadline.millisLeft());
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = failure == null ? e : failure;
            }
        }
        throw failure == null ? new IOException("the host has no address") : failure;
    }

    private void tunnel(Socket socket, HttpProxy through) throws IOException, ExchangeException {
        DefaultBHttpClientConnection way = Connection.http(socket, null);
        try {
            way.sendRequestHeader(RawRequest.connect(service, through));
            way.flush();
            ClassicHttpResponse answer = way.receiveResponseHeader();
            if (answer.getCode() / 100 != 2) {
                throw new ExchangeException("the proxy " + through + " does not let through to " + service.origin()
                        + ": status " + answer.getCode() + advice(answer.getCode()));
            }
        } catch (HttpException e) {
            throw new ExchangeException("what answers at the proxy's address " + through + " is not HTTP", e);
        }
    }

    private static String advice(int status) {
        return status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? "; write user and password into its address, as http://user:password@proxy"
                : "";
    }

    private SSLSocket handshake(Socket socket, SSLSocketFactory factory) throws IOException {
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, service.host(), service.port(), true);
        if (checksHost) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        secured.startHandshake();
        return secured;
    }
}
