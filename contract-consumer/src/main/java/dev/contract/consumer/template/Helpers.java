package dev.contract.consumer.template;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What can be done with a value, by name. */
final class Helpers {
    /** Where nothing is, they leave nothing, but for {@code default}. */
    static final Map<String, Helper> ALL = new TreeMap<>(Map.ofEntries(
            text("upper", text -> text.toUpperCase(Locale.ROOT)),
            text("lower", text -> text.toLowerCase(Locale.ROOT)),
            text("trim", String::strip),
            text("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
            text("unbase64", Helpers::unbase64),
            text("urlencode", text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
            Map.entry("default", new Helper(1, "'none'", Helpers::orElse)),
            Map.entry("substring", new Helper(2, "0 3", Helpers::substring)),
            Map.entry("replace", new Helper(2, "'a' 'b'", Helpers::replace)),
            Map.entry("size", new Helper(0, "", arguments -> Helpers::size)),
            Map.entry("add", new Helper(1, "1", Helpers::add)),
            Map.entry("number", new Helper(0, "", arguments -> Helpers::number)),
            Map.entry("string", new Helper(0, "", arguments -> value -> JsonString.of(Value.text(value)))),
            Map.entry("lookup", new Helper(2, "'users.csv' 'name'", Helpers::lookup))));

    /**
     * How a value is changed.
     *
     * @param arguments how many there are
     * @param example of them, for messages
     * @param preparing reads the arguments once; an {@link IllegalArgumentException} says what is wrong with them
     */
    record Helper(int arguments, String example, Function<List<String>, UnaryOperator<JsonValue>> preparing) {}

    private Helpers() {}

    private static Map.Entry<String, Helper> text(String name, UnaryOperator<String> change) {
        return Map.entry(name, new Helper(0, "", arguments -> ofText(change)));
    }

    private static UnaryOperator<JsonValue> ofText(UnaryOperator<String> change) {
        return value -> Value.isNothing(value) ? value : JsonString.of(change.apply(Value.text(value)));
    }

    private static String unbase64(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static UnaryOperator<JsonValue> orElse(List<String> arguments) {
        JsonString otherwise = JsonString.of(arguments.get(0));
        return value -> Value.text(value).isEmpty() ? otherwise : value;
    }

    private static UnaryOperator<JsonValue> substring(List<String> arguments) {
        int from = count(arguments.get(0));
        int to = count(arguments.get(1));
        if (from > to) {
            throw new IllegalArgumentException("the text would end before it begins");
        }
        return ofText(text -> text.substring(Math.min(from, text.length()), Math.min(to, text.length())));
    }

    private static int count(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a negative number is
        }
        throw new IllegalArgumentException("\"" + text + "\" is no number from 0");
    }

    private static UnaryOperator<JsonValue> replace(List<String> arguments) {
        if (arguments.get(0).isEmpty()) {
            throw new IllegalArgumentException("an empty text stands everywhere, and cannot be replaced");
        }
        return ofText(text -> text.replace(arguments.get(0), arguments.get(1)));
    }

    /** Elements, entries or characters. */
    private static JsonValue size(JsonValue value) {
        int size = value instanceof JsonArray array
                ? array.size()
                : value instanceof JsonObject object
                        ? object.size()
                        : Value.text(value).length();
        return JsonNumber.of(size);
    }

    private static UnaryOperator<JsonValue> add(List<String> arguments) {
        JsonValue summand = number(JsonString.of(arguments.get(0)));
        if (Value.isNothing(summand)) {
            throw new IllegalArgumentException("\"" + arguments.get(0) + "\" is no number");
        }
        BigDecimal number = new BigDecimal(summand.text());
        return value -> {
            JsonValue other = number(value);
            return Value.isNothing(other) ? other : JsonNumber.of(new BigDecimal(other.text()).add(number));
        };
    }

    /** Of texts that are numbers; nothing of others. Exponents and digits are bounded, because arithmetic writes them out. */
    private static JsonValue number(JsonValue value) {
        String text = Value.text(value);
        boolean isNumber = text.length() <= 40 && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
        return isNumber ? JsonNumber.of(new BigDecimal(text)) : JsonNull.NULL;
    }

    private static UnaryOperator<JsonValue> lookup(List<String> arguments) {
        CsvTable table = CsvTable.read(Path.of(arguments.get(0)));
        Map<String, String> column = table.column(arguments.get(1));
        return value -> {
            String found = column.get(Value.text(value));
            return found == null ? JsonNull.NULL : JsonString.of(found);
        };
    }
}
