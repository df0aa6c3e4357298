package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which contracts to take from the broker. */
@Command
final class SelectorOption {
    private static final String NAME = "--consumer-version-selectors";

    @Option(
            names = NAME,
            paramLabel = "JSON",
            order = 40,
            description = "Which contracts the broker is asked for, such as '{\"mainBranch\": true}'. May be repeated."
                    + " Without it: main branches, and what is deployed or released.")
    private List<String> selectors = new ArrayList<>();

    List<JsonObject> selectors() {
        return selectors.stream().flatMap(SelectorOption::objects).toList();
    }

    void addTo(List<String> words) {
        selectors.forEach(each -> ServiceOptions.addOption(words, NAME, each));
    }

    /** One selector, or a list of them. */
    private static Stream<JsonObject> objects(String text) {
        try {
            JsonValue json = JsonReader.read(text);
            List<JsonValue> all = json.asArray().map(JsonArray::elements).orElse(List.of(json));
            if (all.stream().allMatch(JsonObject.class::isInstance)) {
                return all.stream().map(JsonObject.class::cast);
            }
        } catch (JsonSyntaxException e) {
            // The sentence below says so.
        }
        throw new WrongUsage(NAME + " is an object or a list of objects in JSON, not " + text);
    }
}
