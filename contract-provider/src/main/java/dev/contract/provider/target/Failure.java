package dev.contract.provider.target;

import dev.contract.core.problem.Quoted;
import dev.contract.provider.target.Deadlines.Deadline;
import dev.contract.provider.tls.TlsFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Sentences for exchanges that failed. */
final class Failure {
    private static final String TRUST = "name a PEM file with the certificate of its CA: .trusting(…), --trust FILE";
    private static final String SHOW = "show one: .clientCertificate(…), --client-certificate FILE --client-key FILE";

    private final ServiceAddress service;
    private final @Nullable HttpProxy proxy;

    Failure(ServiceAddress service, @Nullable HttpProxy proxy) {
        this.service = service;
        this.proxy = proxy;
    }

    /** The time was up. */
    ExchangeException late(Exchange.Phase phase, int bodyBytes, Deadline deadline, Exception cause) {
        String limit = deadline.limitText();
        String sentence =
                switch (phase) {
                    case CONNECTING -> "no connection to " + service.origin() + " within the time limit of " + limit;
                    case WAITING -> "no response within the time limit of " + limit;
                    case READING ->
                        "the response did not end within the time limit of " + limit + "; " + bodyBytes
                                + " bytes of its body had come";
                };
        return new ExchangeException(sentence, cause, true);
    }

    ExchangeException of(Exchange.Phase phase, int bodyBytes, IOException cause) {
        if (cause instanceof SSLException && phase != Exchange.Phase.READING) {
            return unsecured(phase, cause);
        }
        return new ExchangeException(
                switch (phase) {
                    case CONNECTING -> notConnected(cause);
                    case WAITING -> noResponse(cause);
                    case READING -> brokenBody(bodyBytes, cause);
                },
                cause,
                mayPass(cause));
    }

    /** A name, a certificate or a size is no matter of luck. */
    private static boolean mayPass(IOException cause) {
        return cause instanceof TruncatedChunkException
                || !(cause instanceof UnknownHostException
                        || cause instanceof SSLException
                        || cause instanceof MessageConstraintException
                        || cause instanceof MalformedChunkCodingException);
    }

    /** Since TLS 1.3 a service may refuse a client after the client's part of the handshake is over. */
    private ExchangeException unsecured(Exchange.Phase phase, IOException cause) {
        TlsFailure failure = TlsFailure.of(cause, service.host());
        String what = phase == Exchange.Phase.CONNECTING
                ? "no TLS connection to " + service.origin()
                : "the service ended the TLS connection";
        return new ExchangeException(what + ": " + failure.why(), failure.mend(TRUST, SHOW), cause);
    }

    private String notConnected(IOException cause) {
        String place = proxy == null ? service.origin() : "the proxy " + proxy;
        if (cause instanceof UnknownHostException) {
            return "the host " + Quoted.text(first().host()) + (proxy == null ? "" : " of the proxy") + " is not known";
        }
        if (cause instanceof NoRouteToHostException || cause instanceof SocketTimeoutException) {
            return "no connection to " + place + ": " + reason(cause);
        }
        if (cause instanceof ConnectException) {
            return "nothing accepts connections at " + place + ": is "
                    + (proxy == null ? "the service running there?" : "it running?");
        }
        return "no connection to " + place + ": " + reason(cause);
    }

    private ServiceAddress first() {
        return proxy == null ? service : proxy.address();
    }

    private static String noResponse(IOException cause) {
        if (cause instanceof MessageConstraintException) {
            return "the head of the response is too large: " + reason(cause);
        }
        if (cause instanceof NoHttpResponseException || cause instanceof ConnectionClosedException) {
            return "the service closed the connection without a response";
        }
        return "the connection broke before a response came: " + reason(cause);
    }

    private static String brokenBody(int bodyBytes, IOException cause) {
        if (cause instanceof ConnectionClosedException
                || cause instanceof TruncatedChunkException
                || cause instanceof EOFException) {
            return "the service closed the connection within the body of the response, after " + bodyBytes + " bytes";
        }
        if (cause instanceof MalformedChunkCodingException) {
            return "the body of the response is not readable as chunks: " + reason(cause);
        }
        if (cause instanceof MessageConstraintException) {
            return "the headers behind the body of the response are too large: " + reason(cause);
        }
        return "the connection broke within the body of the response, after " + bodyBytes + " bytes: " + reason(cause);
    }

    ExchangeException notHttp(HttpException cause) {
        if (cause instanceof WholeHeadParser.CutHead) {
            return new ExchangeException(
                    "the service closed the connection within the head of the response", cause, true);
        }
        return new ExchangeException("the answer is not HTTP: " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
