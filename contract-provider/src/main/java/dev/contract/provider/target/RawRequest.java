package dev.contract.provider.target;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** A request whose target is a text and not a URI: HttpCore would take {@code //a} for a host and refuse others. */
final class RawRequest extends BasicClassicHttpRequest {
    private static final long serialVersionUID = 1;

    /** Without a body they say so (RFC 9110, 8.6). */
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final String target;

    private RawRequest(String method, String target) {
        super(method, "/");
        this.target = target;
    }

    /**
     * A prepared request with the headers that HTTP/1.1 demands and, where it has none, a {@code User-Agent}.
     *
     * @param told the proxy that the request is written for; null for none
     */
    static RawRequest of(HttpRequest prepared, ServiceAddress service, @Nullable HttpProxy told) {
        String target = Target.pathAndQuery(prepared);
        RawRequest request = new RawRequest(prepared.method(), told == null ? target : service.origin() + target);
        Headers headers = prepared.headers();
        if (!headers.has("Host")) {
            request.addHeader("Host", service.authority());
        }
        if (told != null) {
            request.authorize(told);
        }
        headers.forEach((name, values) -> add(request, name, values));
        if (!headers.has("User-Agent")) {
            request.addHeader("User-Agent", "contract");
        }
        addBody(request, prepared.body());
        return request;
    }

    /** The request for a tunnel. */
    static RawRequest connect(ServiceAddress service, HttpProxy through) {
        RawRequest request = new RawRequest("CONNECT", service.hostAndPort());
        request.addHeader("Host", service.hostAndPort());
        request.authorize(through);
        return request;
    }

    private void authorize(HttpProxy proxy) {
        if (proxy.authorization() != null) {
            addHeader("Proxy-Authorization", proxy.authorization());
        }
    }

    /** Fields that are lists go out as one line, others as a line for each value. */
    private static void add(RawRequest request, String name, List<String> values) {
        if (name.equalsIgnoreCase("Content-Length")) {
            return;
        }
        if (Headers.isList(name)) {
            request.addHeader(name, Wire.header(String.join(", ", values)));
        } else {
            values.forEach(value -> request.addHeader(name, Wire.header(value)));
        }
    }

    private static void addBody(RawRequest request, Body body) {
        if (body.isPresent()) {
            request.setEntity(new ByteArrayEntity(body.bytes(), null));
            if (!request.containsHeader("Transfer-Encoding")) {
                request.addHeader("Content-Length", body.bytes().length);
            }
        } else if (USUALLY_WITH_BODY.contains(request.getMethod())) {
            request.addHeader("Content-Length", 0);
        }
    }

    @Override
    public String getRequestUri() {
        return target;
    }
}
