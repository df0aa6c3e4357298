package dev.contract.compare;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.List;

/** Where in the text of a JSON value, written without blanks, a value within it begins; as deep as the path leads. */
final class PlaceInText {
    private PlaceInText() {}

    static int of(JsonValue value, RulePath path) {
        return of(value, path.tokens());
    }

    private static int of(JsonValue value, List<Token> steps) {
        if (!steps.isEmpty() && steps.get(0) instanceof Field field && value instanceof JsonObject object) {
            return within(object, field.name(), steps.subList(1, steps.size()));
        }
        return !steps.isEmpty() && steps.get(0) instanceof Index index && value instanceof JsonArray array
                ? within(array, index.position(), steps.subList(1, steps.size()))
                : 0;
    }

    private static int within(JsonObject object, String name, List<Token> rest) {
        int offset = 1;
        for (int i = 0; i < object.size(); i++) {
            int key = JsonString.of(object.nameAt(i)).toJson().length() + 1;
            if (object.nameAt(i).equals(name)) {
                return offset + (rest.isEmpty() ? 0 : key + of(object.valueAt(i), rest));
            }
            offset += key + object.valueAt(i).toJson().length() + 1;
        }
        return 0;
    }

    private static int within(JsonArray array, int position, List<Token> rest) {
        int offset = 1;
        for (int i = 0; i < Math.min(position, array.size()); i++) {
            offset += array.get(i).toJson().length() + 1;
        }
        return position < array.size() ? offset + of(array.get(position), rest) : 0;
    }
}
