package dev.contract.provider.tls;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a TLS connection did not come about. Each JDK words this in its own way, at length.
 *
 * <p>Immutable.
 *
 * @param why the rest of a sentence about the other end
 */
public record TlsFailure(Kind kind, String why) {
    /** What the two ends did not agree about. */
    public enum Kind {
        UNKNOWN_ISSUER,
        OUTDATED,
        OTHER_HOST,
        CLIENT_CERTIFICATE,
        NO_TLS,
        OTHER
    }

    /** The alerts of RFC 8446, 6.2, that are about the certificate of who receives them. */
    private static final Pattern ABOUT_OURS = Pattern.compile("Received fatal alert: (\\w*certificate\\w*|unknown_ca)");

    /**
     * What a failure says.
     *
     * @param host to whom the connection was to lead
     */
    public static TlsFailure of(IOException failure, String host) {
        Optional<CertificateException> distrust = causes(failure)
                .filter(CertificateException.class::isInstance)
                .map(CertificateException.class::cast)
                .reduce((outer, inner) -> inner);
        String message = String.valueOf(failure.getMessage());
        Matcher alert = ABOUT_OURS.matcher(message);
        if (distrust.isPresent()) {
            return distrust(distrust.get(), host);
        }
        if (alert.find()) {
            return new TlsFailure(
                    Kind.CLIENT_CERTIFICATE, "it demands a client certificate that it trusts (" + alert.group(1) + ")");
        }
        return message.startsWith("Unsupported or unrecognized SSL message")
                ? new TlsFailure(Kind.NO_TLS, "what answers there speaks no TLS")
                : new TlsFailure(Kind.OTHER, message);
    }

    /** The JDK compares names after all else, and tells of it without a cause and in no class of its own. */
    private static TlsFailure distrust(CertificateException reason, String host) {
        if (reason instanceof CertificateExpiredException) {
            return new TlsFailure(Kind.OUTDATED, "its certificate has expired");
        }
        if (reason instanceof CertificateNotYetValidException) {
            return new TlsFailure(Kind.OUTDATED, "its certificate is not valid yet");
        }
        return reason.getClass() == CertificateException.class && reason.getCause() == null
                ? new TlsFailure(Kind.OTHER_HOST, "its certificate is not for the host " + host)
                : new TlsFailure(Kind.UNKNOWN_ISSUER, "nobody that is trusted here vouches for its certificate");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20);
    }

    /**
     * What to do.
     *
     * @param trust how to trust an issuer that is not known here
     * @param certificate how to show a client certificate
     */
    public String mend(String trust, String certificate) {
        return switch (kind) {
            case UNKNOWN_ISSUER -> trust;
            case CLIENT_CERTIFICATE -> certificate;
            case OUTDATED -> "renew it, and check the clock here";
            case OTHER_HOST -> "address it by a name that its certificate holds";
            case NO_TLS -> "check the port, or write http://";
            case OTHER -> "check the address and the TLS versions of both ends";
        };
    }
}
