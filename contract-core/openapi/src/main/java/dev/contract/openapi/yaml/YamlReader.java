package dev.contract.openapi.yaml;

import dev.contract.core.body.DecodedText;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;

/**
 * Reads YAML text into JSON values that know their places.
 *
 * <pre>{@code
 * JsonDocument document = YamlReader.readLocated("openapi.yaml", bytes, JsonLimits.FILE);
 * }</pre>
 *
 * <p>Of a name that a mapping has twice the last value wins, and it is reported. Aliases and merge keys ({@code <<}) are followed, but all
 * that they amount to may be a million values. Thread-safe: nothing is kept between calls.
 */
public final class YamlReader {
    private YamlReader() {}

    /**
     * Reads a file's UTF-8 text, which is one document.
     *
     * @param source what the user calls the text, for locations
     * @throws YamlSyntaxException if the text cannot be read, says what JSON cannot say, or is larger than the limits
     * @throws ContractException if the YAML library is not on the class path
     */
    public static JsonDocument readLocated(String source, byte[] text, JsonLimits limits) {
        if (text.length > limits.bytes()) {
            throw new YamlSyntaxException(
                    Location.of(source),
                    text.length + " bytes, where at most " + limits.bytes() + " are read",
                    "split the document");
        }
        DecodedText decoded = DecodedText.of(text, StandardCharsets.UTF_8);
        if (!decoded.isText()) {
            throw new YamlSyntaxException(Location.of(source), decoded.fault(), "save the file as UTF-8");
        }
        try {
            return new EventReader(source, decoded.text(), limits).document();
        } catch (NoClassDefFoundError e) {
            throw new ContractException(
                    Problem.error("CONTRACT-YAML", "reading YAML needs a library that is not on the class path")
                            .at(source)
                            .found("no class " + String.valueOf(e.getMessage()).replace('/', '.'))
                            .mend("add the dependency com.networknt:json-schema-validator, version 2.0.x, which brings"
                                    + " org.yaml:snakeyaml, or write the document as JSON"),
                    e);
        }
    }
}
