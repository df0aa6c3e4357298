package dev.contract.broker.api;

import dev.contract.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A link of a HAL document. */
record Link(String href, @Nullable String title, @Nullable String name, boolean templated) {

    static Link to(String href) {
        return new Link(href, null, null, false);
    }

    static Link template(String href) {
        return new Link(href, null, null, true);
    }

    Link titled(String text) {
        return new Link(href, text, name, templated);
    }

    Link named(String text) {
        return new Link(href, title, text, templated);
    }

    JsonObject json() {
        JsonObject.Builder json = JsonObject.builder();
        if (title != null) {
            json.put("title", title);
        }
        if (name != null) {
            json.put("name", name);
        }
        json.put("href", href);
        if (templated) {
            json.put("templated", true);
        }
        return json.build();
    }
}
