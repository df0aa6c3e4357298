package dev.contract.broker.api;

import dev.contract.broker.page.Page;
import dev.contract.broker.page.PageWriter;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;

/** Responses. */
final class Answers {
    private static final String HAL = "application/hal+json;charset=utf-8";
    private static final String HTML = "text/html;charset=utf-8";

    /** A page needs its stylesheet and pictures, and sends its forms: nothing comes from elsewhere, nothing runs. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    private static final String TEXT = "text/plain;charset=utf-8";

    private Answers() {}

    static HttpResponse ok(JsonObject document) {
        return hal(200, document);
    }

    /** 201 for what is new, 200 for what was there. */
    static HttpResponse stored(boolean fresh, JsonObject document) {
        return hal(fresh ? 201 : 200, document);
    }

    static HttpResponse created(String location, JsonObject document) {
        return hal(201, document).withHeader("Location", location);
    }

    static HttpResponse hal(int status, JsonObject document) {
        return json(status, document, HAL);
    }

    static HttpResponse json(int status, JsonObject document, String type) {
        return new HttpResponse(
                status, Headers.of("Content-Type", type), Body.text(document.toJson(), ContentType.of(type)));
    }

    static HttpResponse text(String text) {
        return text(text, TEXT);
    }

    static HttpResponse text(String text, String type) {
        return new HttpResponse(200, Headers.of("Content-Type", type), Body.text(text, ContentType.of(type)));
    }

    static HttpResponse page(Page page) {
        return page(200, page);
    }

    /** A page, and what the browser is to hold it to. */
    static HttpResponse page(int status, Page page) {
        Headers headers = Headers.of(
                "Content-Type",
                HTML,
                "Content-Security-Policy",
                POLICY,
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "same-origin");
        return new HttpResponse(status, headers, Body.text(PageWriter.html(page), ContentType.of(HTML)));
    }

    static HttpResponse noContent() {
        return HttpResponse.of(204);
    }
}
