package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.RequestPart;

/**
 * How closely a request is described: two points for every value that must be there, one less for every rule that lets it vary.
 *
 * <p>A literal path outweighs everything else: {@code /users/me} is meant before {@code /users/…}, whatever else they ask for.
 */
final class Specificity {
    private static final int LITERAL_PATH = 1_000_000;

    private Specificity() {}

    static int of(RequestPart part) {
        HttpRequest example = part.example();
        int values = body(example);
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
        return path + 2 * values - rules;
    }

    private static int body(HttpRequest example) {
        if (!example.body().isPresent()) {
            return example.body().isMissing() ? 0 : 1;
        }
        try {
            return 1 + leaves(JsonReader.read(example.body().bytes()));
        } catch (JsonSyntaxException e) {
            return 2;
        }
    }

    private static int leaves(JsonValue value) {
        if (value instanceof JsonObject object) {
            int leaves = 0;
            for (int i = 0; i < object.size(); i++) {
                leaves += leaves(object.valueAt(i));
            }
            return leaves;
        }
        if (value instanceof JsonArray array) {
            int leaves = 0;
            for (int i = 0; i < array.size(); i++) {
                leaves += leaves(array.get(i));
            }
            return leaves;
        }
        return 1;
    }
}
