package dev.contract.openapi.yaml;

import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What a word without quotes means: the core schema of YAML 1.2, chapter 10.3. */
final class PlainScalar {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,1000}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,1000}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,1000}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,1000}|[0-9]{1,1000}(\\.[0-9]{0,1000})?)([eE][-+]?[0-9]{1,100})?");

    private PlainScalar() {}

    static JsonValue of(String text) {
        if (NULLS.contains(text)) {
            return JsonNull.NULL;
        }
        if (TRUES.contains(text) || FALSES.contains(text)) {
            return JsonBoolean.of(TRUES.contains(text));
        }
        return number(text);
    }

    private static JsonValue number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return JsonNumber.parse(new BigInteger(text).toString());
        }
        if (OCTAL.matcher(text).matches()) {
            return JsonNumber.parse(new BigInteger(text.substring(2), 8).toString());
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return JsonNumber.parse(new BigInteger(text.substring(2), 16).toString());
        }
        return DECIMAL.matcher(text).matches() ? decimal(text) : JsonString.of(text);
    }

    /** The text stays as it is, as far as JSON can write it: {@code .5}, {@code 1.} and {@code 007.5} it cannot. */
    private static JsonValue decimal(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        digits = digits.replaceFirst("^0+(?=[0-9])", "").replaceFirst("^\\.", "0.");
        return JsonNumber.parse(sign + digits.replaceFirst("\\.(?![0-9])", ""));
    }
}
