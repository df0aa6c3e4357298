package dev.contract.standalone;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may steer the stub: whoever brings the token; where there is none, programs of this machine.
 *
 * <p>A page in a browser of this machine is none of them: it would bring its origin along, or the name of a host that somebody else
 * has made point here. Immutable.
 */
record Guard(@Nullable String token) {
    private static final Pattern HERE =
            Pattern.compile("(?:localhost|[a-z0-9-]+\\.localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");

    static Guard of(StandaloneSettings settings) {
        return new Guard(settings.control().token());
    }

    /** @throws Failure if it is somebody else who asks */
    void check(HttpRequest request) {
        if (token != null) {
            checkToken(request, token);
        } else if (request.headers().has("Origin") || !isForHere(request)) {
            throw Failure.of(
                    403,
                    Problem.error("STUB-STRANGER", "without a token, only programs of this machine may steer this stub")
                            .found(found(request))
                            .mend("ask at 127.0.0.1 and without Origin, or start it with --control-token"));
        }
    }

    private static boolean isForHere(HttpRequest request) {
        return request.headers().values("Host").stream()
                .allMatch(host -> HERE.matcher(host.toLowerCase(Locale.ROOT)).matches());
    }

    private static String found(HttpRequest request) {
        return request.headers()
                .first("Origin")
                .map(origin -> "a page of " + origin)
                .orElseGet(() -> "the host " + request.headers().first("Host").orElse(""));
    }

    private static void checkToken(HttpRequest request, String token) {
        boolean brought = request.headers().values("Authorization").stream()
                .anyMatch(value -> MessageDigest.isEqual(bytes(value), bytes("Bearer " + token)));
        if (!brought) {
            throw Failure.of(
                    401,
                    Problem.error("STUB-TOKEN", "this stub is steered with a token only")
                            .found(request.headers().has("Authorization") ? "another one" : "none")
                            .mend("send Authorization: Bearer and the token that the stub was started with"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
