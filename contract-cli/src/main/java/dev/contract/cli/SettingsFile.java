package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.openapi.yaml.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a broker in a file, YAML or Java's properties: {@code database_url: postgres://…}. What stands there is taken like the
 * variable of the same name, which counts more when it is set; so the file has to be read before anything else is.
 */
final class SettingsFile {
    static final String OPTION = "--config";
    static final String VARIABLE = "CONTRACT_BROKER_CONFIG";

    private static final JsonLimits LIMITS = new JsonLimits(1_000_000, 20, 100_000);

    private SettingsFile() {}

    /**
     * The surroundings with what stands in the file that the arguments of {@code contract broker} name, or the variable.
     *
     * @throws ContractException if it cannot be read
     */
    static Surroundings behind(Surroundings surroundings, String... arguments) {
        String name = named(arguments);
        String file = name == null ? surroundings.variable(VARIABLE) : name;
        if (file == null) {
            return surroundings;
        }
        Map<String, String> variables = new TreeMap<>(values(surroundings.path(file)));
        surroundings.variables().forEach((variable, value) -> {
            if (!value.isBlank()) {
                variables.put(variable, value);
            }
        });
        return surroundings.withVariables(variables);
    }

    private static @Nullable String named(String... arguments) {
        List<String> words = List.of(arguments);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(OPTION + "=")) {
                return words.get(i).substring(OPTION.length() + 1);
            }
            if (words.get(i).equals(OPTION) && i + 1 < words.size()) {
                return words.get(i + 1);
            }
        }
        return null;
    }

    private static Map<String, String> values(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            byte[] text = Files.readAllBytes(file);
            if (file.toString().endsWith(".properties")) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
                properties.forEach((key, value) -> values.put(variable(key.toString()), value.toString()));
            } else {
                put(values, "", root(file, text));
            }
        } catch (IOException | IllegalArgumentException e) { // the latter for half an escape in properties
            throw unreadable(file, e.toString(), e);
        }
        return values;
    }

    private static JsonObject root(Path file, byte[] text) {
        JsonValue root = YamlReader.readLocated(file.toString(), text, LIMITS).root();
        return root.asObject().orElseThrow(() -> unreadable(file, "YAML, but no list of keys and values", null));
    }

    private static ContractException unreadable(Path file, String found, @Nullable Exception cause) {
        Problem problem = Problem.error("BROKER-SETTINGS", "the settings of the broker cannot be read")
                .at(file.toString())
                .found(found)
                .mend("name a file with lines such as \"port: 9292\", or one that ends in .properties (" + OPTION
                        + ")");
        return cause == null ? new ContractException(problem) : new ContractException(problem, cause);
    }

    /** Keys within keys are one with an underscore between; a list of words is one with blanks. */
    private static void put(Map<String, String> values, String start, JsonObject object) {
        object.forEach((key, value) -> {
            JsonObject inner = value.asObject().orElse(null);
            if (inner != null) {
                put(values, start + key + "_", inner);
            } else if (!(value instanceof JsonNull)) {
                values.put(variable(start + key), text(value));
            }
        });
    }

    private static String text(JsonValue value) {
        JsonArray list = value.asArray().orElse(null);
        if (list != null
                && list.stream()
                        .allMatch(each ->
                                each.asObject().isEmpty() && each.asArray().isEmpty())) {
            return list.stream().map(SettingsFile::text).collect(Collectors.joining(" "));
        }
        return value.asString().orElseGet(value::toJson);
    }

    /** What is no key of ours gets the name that the Pact Broker might have for it, and is told like an unknown variable. */
    private static String variable(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        return BrokerSetting.ofKey(plain)
                .map(BrokerSetting::variable)
                .orElse("PACT_BROKER_" + plain.toUpperCase(Locale.ROOT));
    }
}
