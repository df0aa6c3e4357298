package dev.contract.provider.target;

import dev.contract.core.problem.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Sentences for exchanges that failed. */
final class Failure {
    private final ServiceAddress address;
    private final ExchangeLimits limits;

    Failure(ServiceAddress address, ExchangeLimits limits) {
        this.address = address;
        this.limits = limits;
    }

    /** The time was up. */
    ExchangeException late(Exchange.Phase phase, int bodyBytes, Exception cause) {
        String limit = limits.timeText();
        String sentence =
                switch (phase) {
                    case CONNECTING -> "no connection to " + address.origin() + " within the time limit of " + limit;
                    case WAITING -> "no response within the time limit of " + limit;
                    case READING ->
                        "the response did not end within the time limit of " + limit + "; " + bodyBytes
                                + " bytes of its body had come";
                };
        return new ExchangeException(sentence, cause);
    }

    ExchangeException of(Exchange.Phase phase, int bodyBytes, IOException cause) {
        return new ExchangeException(
                switch (phase) {
                    case CONNECTING -> notConnected(cause);
                    case WAITING -> noResponse(cause);
                    case READING -> brokenBody(bodyBytes, cause);
                },
                cause);
    }

    private String notConnected(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return "the host " + Quoted.text(address.host()) + " is not known";
        }
        if (cause instanceof SSLException) {
            String why = isDistrust(cause) ? "nobody that is trusted here vouches for its certificate" : reason(cause);
            return "no TLS connection to " + address.origin() + ": " + why;
        }
        if (cause instanceof NoRouteToHostException || cause instanceof SocketTimeoutException) {
            return "no connection to " + address.origin() + ": " + reason(cause);
        }
        if (cause instanceof ConnectException) {
            return "nothing accepts connections at " + address.origin() + ": is the service running there?";
        }
        return "no connection to " + address.origin() + ": " + reason(cause);
    }

    /** Each JDK words this in its own way, at length. */
    private static boolean isDistrust(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return true;
            }
        }
        return false;
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
            return new ExchangeException("the service closed the connection within the head of the response", cause);
        }
        return new ExchangeException("the answer is not HTTP: " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
