package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.RequestPart;

/**
 * How closely a request is described: a literal path outweighs everything, then a literal body; then two points count for every value
 * that must be there, and one less for every rule that lets it vary.
 *
 * <p>{@code /users/me} is meant before {@code /users/…}, whatever else they ask for.
 */
final class Specificity {
    private static final int LITERAL_PATH = 1 << 30;
    private static final int LITERAL_BODY = 1 << 29;
    private static final int MOST_POINTS = LITERAL_BODY - 1;

    private Specificity() {}

    static int of(RequestPart part) {
        HttpRequest example = part.example();
        int values = example.body().isMissing() ? 0 : 1;
        values += example.body().readJson().map(Specificity::leaves).orElse(0);
        for (String name : example.query().names()) {
            values += example.query().values(name).size();
        }
        for (String name : example.headers().names()) {
            values += example.headers().values(name).size();
        }
        int rules = part.rules().of(Category.BODY).size()
                + part.rules().of(Category.QUERY).size()
                + part.rules().of(Category.HEADER).size();
        int path = part.rules().single(Category.PATH).isEmpty() ? LITERAL_PATH : 0;
        int body = hasLiteralBody(part) ? LITERAL_BODY : 0;
        return path + body + Math.min(MOST_POINTS, Math.max(0, 2 * values - rules));
    }

    private static boolean hasLiteralBody(RequestPart part) {
        return part.example().body().isPresent()
                && part.rules().of(Category.BODY).isEmpty();
    }

    private static int leaves(JsonValue value) {
        int leaves = 0;
        if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                leaves += leaves(object.valueAt(i));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                leaves += leaves(array.get(i));
            }
        } else {
            leaves = 1;
        }
        return leaves;
    }
}
