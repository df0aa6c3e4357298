package dev.contract.provider;

import dev.contract.core.problem.ContractException;
import dev.contract.provider.message.MessageEndpoint;
import dev.contract.provider.state.StateChangeUrl;
import dev.contract.provider.state.StateHandlers;
import dev.contract.provider.target.Access;
import dev.contract.provider.target.FunctionTarget;
import dev.contract.provider.target.HttpTarget;
import dev.contract.provider.target.HttpUrl;
import dev.contract.provider.target.RequestHandler;
import dev.contract.provider.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a verifier is told of where the provider is and how it is reached. One thread at a time. */
final class Destinations {
    private final Map<String, Function<Access, Target>> targets = new LinkedHashMap<>();
    private Access access = Access.DEFAULT;
    private @Nullable String url;
    private @Nullable String messageUrl;
    private @Nullable String statePath;

    /** A second address of a transport takes the place of the first. */
    void at(String transport, String address) {
        this.url = transport.equals(Targets.MAIN) ? address : url;
        targets.put(transport, way -> HttpTarget.at(address, way));
    }

    void handledBy(String transport, RequestHandler handler) {
        this.url = transport.equals(Targets.MAIN) ? null : url;
        targets.put(transport, way -> new FunctionTarget(handler, way.limits()));
    }

    /** @param endpoint a URL, or a path below the main address */
    void messagesAt(String endpoint) {
        this.messageUrl = endpoint;
    }

    /** @param path below the main address */
    void statesBelow(String path) {
        this.statePath = path;
    }

    void reach(UnaryOperator<Access> change) {
        this.access = change.apply(access);
    }

    /** Whether requests or messages have any place to go. */
    boolean isEmpty() {
        return targets.isEmpty() && messageUrl == null;
    }

    /** @throws ContractException if an address is none, or a file that TLS needs cannot be used */
    Targets targets() {
        Map<String, Target> made = new LinkedHashMap<>();
        targets.forEach((transport, target) -> made.put(transport, target.apply(access)));
        return new Targets(made);
    }

    /** Null when nobody said where messages come from. */
    @Nullable
    MessageEndpoint endpoint() {
        if (messageUrl == null) {
            return null;
        }
        HttpUrl parsed = HttpUrl.parse(below(messageUrl));
        return new MessageEndpoint(parsed, HttpTarget.at(parsed.origin(), access));
    }

    /** A URL for states belongs to the service, and is reached like it. */
    void settle(StateHandlers states) {
        if (statePath != null) {
            states.changeAt(StateChangeUrl.of(below(statePath)));
        }
        states.reachUrlBy(access);
    }

    static boolean isPath(String urlOrPath) {
        return urlOrPath.startsWith("/");
    }

    private String below(String urlOrPath) {
        if (!isPath(urlOrPath)) {
            return urlOrPath;
        }
        if (url == null) {
            throw new ContractException(Targets.noUrl());
        }
        return url.replaceAll("/+$", "") + urlOrPath;
    }
}
