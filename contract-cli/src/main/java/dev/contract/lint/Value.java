package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One example value of an interaction, as text: a header, a query parameter, a string or number in a body.
 *
 * @param part the part it belongs to; null for parameters of provider states
 * @param name of the header, parameter or key; empty where there is none
 * @param free whether it may differ
 */
record Value(@Nullable Expected part, String name, String text, boolean free, Place place) {

    /** All of them. */
    static List<Value> of(Exchange exchange) {
        Collector collector = new Collector(exchange);
        exchange.interaction().states().forEach(collector::state);
        exchange.parts().forEach(collector::part);
        return collector.values;
    }

    boolean isHeader() {
        return place.path().contains(".headers ");
    }

    private static final class Collector {
        private final Exchange exchange;
        private final List<Value> values = new ArrayList<>();

        Collector(Exchange exchange) {
            this.exchange = exchange;
        }

        void state(ProviderState state) {
            String path = "provider state " + Quoted.text(state.name());
            values.add(new Value(null, "", state.name(), false, exchange.place(path, state.parameters())));
            json(null, "", path + " ", RulePath.ROOT, state.parameters(), rulePath -> false);
        }

        void part(Expected part) {
            Cover cover = new Cover(part);
            if (!part.path().isEmpty()) {
                boolean free = cover.isFree(Category.PATH);
                Place place = exchange.place(part, ".path", "path");
                for (String segment : part.path().split("/", -1)) {
                    values.add(new Value(part, "", segment, free, place));
                }
            }
            query(part, cover);
            headers(part, cover);
            part.metadata()
                    .forEach((name, value) -> json(
                            part,
                            name,
                            part.name() + ".metadata ",
                            RulePath.ROOT.then(new Field(name)),
                            value,
                            path -> cover.isFree(Category.METADATA, name)));
            body(part, cover);
        }

        private void query(Expected part, Cover cover) {
            part.query()
                    .toMap()
                    .forEach((name, list) -> list.forEach(value -> {
                        if (value != null) {
                            Place place = exchange.place(part, ".query " + name, "query", name);
                            values.add(new Value(part, name, value, cover.isFree(Category.QUERY, name), place));
                        }
                    }));
        }

        private void headers(Expected part, Cover cover) {
            part.headers()
                    .forEach((name, list) -> list.forEach(value -> {
                        Place place = exchange.place(part, ".headers " + name, "headers", name);
                        values.add(new Value(part, name, value, cover.isFree(Category.HEADER, name), place));
                    }));
        }

        private void body(Expected part, Cover cover) {
            if (!part.body().isPresent()) {
                return;
            }
            JsonValue json = part.json().orElse(null);
            if (json != null) {
                json(part, "", part.name() + part.bodyName() + " ", RulePath.ROOT, json, cover::isFree);
            } else if (!part.type().isBinary()) {
                Place place = exchange.place(part.name() + part.bodyName(), part.bodyPlace());
                String text = part.body().text(part.type().charset());
                values.add(new Value(part, "", text, cover.isFree(RulePath.ROOT), place));
            }
        }

        private interface Freedom {
            boolean isFree(RulePath path);
        }

        private void json(
                @Nullable Expected part, String name, String start, RulePath path, JsonValue value, Freedom freedom) {
            if (value instanceof JsonObject object) {
                object.forEach((key, each) -> json(part, key, start, path.then(new Field(key)), each, freedom));
            } else if (value instanceof JsonArray array) {
                for (int i = 0; i < array.size(); i++) {
                    json(part, name, start, path.then(new Index(i)), array.get(i), freedom);
                }
            } else if (!(value instanceof JsonBoolean || value instanceof JsonNull)) {
                String text = value instanceof JsonString string ? string.text() : value.toJson();
                values.add(new Value(part, name, text, freedom.isFree(path), placed(part, start + path, value)));
            }
        }

        private Place placed(@Nullable Expected part, String path, JsonValue value) {
            return exchange.place(path, value.location() == null && part != null ? part.bodyPlace() : value);
        }
    }
}
