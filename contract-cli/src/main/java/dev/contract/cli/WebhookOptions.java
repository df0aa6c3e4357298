package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a webhook sends, of whose contracts it tells, and when. */
@Command
final class WebhookOptions {
    @Parameters(
            paramLabel = "URL",
            description =
                    "Where the request goes; ${pactbroker.consumerVersionNumber} and the like become values in it,"
                            + " and in headers and body.")
    private String url = "";

    @Option(
            names = {"-X", "--request"},
            paramLabel = "METHOD",
            order = 1,
            description = "The method of the request. Default: POST.")
    private String method = "POST";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            order = 2,
            description = "A header of the request. May be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "BODY|@FILE",
            order = 3,
            description = "The body of the request, JSON or any text, or the file it stands in.")
    private @Nullable String data;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            order = 4,
            description = "A body that is ready for a receiver, in place of --data: github, gitlab, slack or teams.")
    private @Nullable String template;

    @Option(
            names = "--user",
            paramLabel = "NAME:PASSWORD",
            order = 5,
            description = "Who the request says to be, by basic authentication; -u is the same when it has a colon.")
    private @Nullable String user;

    @Option(names = "--consumer", paramLabel = "NAME", order = 6, description = "Only contracts of this consumer.")
    private @Nullable String consumer;

    @Option(
            names = "--consumer-label",
            paramLabel = "LABEL",
            order = 7,
            description = "Only contracts of consumers with this label.")
    private @Nullable String consumerLabel;

    @Option(names = "--provider", paramLabel = "NAME", order = 8, description = "Only contracts with this provider.")
    private @Nullable String provider;

    @Option(
            names = "--provider-label",
            paramLabel = "LABEL",
            order = 9,
            description = "Only contracts with providers that have this label.")
    private @Nullable String providerLabel;

    @Option(names = "--description", paramLabel = "TEXT", order = 10, description = "What it is for.")
    private @Nullable String description;

    private final List<String> events = new ArrayList<>();

    @Option(
            names = "--contract-content-changed",
            order = 11,
            description = "Tell of contracts with a new content; so it is when no event is named.")
    void contentChanged(boolean wanted) {
        event(wanted, "contract_content_changed");
    }

    @Option(names = "--contract-published", order = 12, description = "Tell of every contract that is published.")
    void published(boolean wanted) {
        event(wanted, "contract_published");
    }

    @Option(
            names = "--contract-requiring-verification-published",
            order = 13,
            description = "Tell of contracts that the provider's main branch, or a version of it that runs somewhere,"
                    + " has not verified: once for each of these.")
    void requiringVerification(boolean wanted) {
        event(wanted, "contract_requiring_verification_published");
    }

    @Option(names = "--provider-verification-published", order = 14, description = "Tell of every verification result.")
    void verified(boolean wanted) {
        event(wanted, "provider_verification_published");
    }

    @Option(names = "--provider-verification-failed", order = 15, description = "Tell of verifications that failed.")
    void failed(boolean wanted) {
        event(wanted, "provider_verification_failed");
    }

    @Option(
            names = "--provider-verification-succeeded",
            order = 16,
            description = "Tell of verifications that succeeded.")
    void succeeded(boolean wanted) {
        event(wanted, "provider_verification_succeeded");
    }

    @Option(
            names = "--provider-contract-published",
            order = 17,
            description = "Tell of every OpenAPI document that a provider publishes.")
    void described(boolean wanted) {
        event(wanted, "provider_contract_published");
    }

    @Option(names = "--team-uuid", hidden = true, paramLabel = "UUID", description = "Accepted for old scripts.")
    private @Nullable String team;

    private void event(boolean wanted, String name) {
        if (wanted) {
            events.add(name);
        }
    }

    /**
     * The webhook as the API has it.
     *
     * @param shortUser what {@code -u} said of the request; null when it said nothing, or who asks the broker
     */
    JsonObject document(Surroundings surroundings, @Nullable String shortUser) {
        if (team != null) {
            surroundings.console().tell("This broker has no teams: --team-uuid is passed over.");
        }
        JsonObject.Builder webhook = JsonObject.builder();
        if (description != null) {
            webhook.put("description", description);
        }
        putParty(webhook, "consumer", consumer, consumerLabel);
        putParty(webhook, "provider", provider, providerLabel);
        if (!events.isEmpty()) {
            webhook.put(
                    "events",
                    JsonArray.of(events.stream()
                            .map(name -> JsonObject.of("name", JsonString.of(name)))
                            .toList()));
        }
        return webhook.put("request", request(surroundings, user == null ? shortUser : user))
                .build();
    }

    private static void putParty(
            JsonObject.Builder webhook, String side, @Nullable String name, @Nullable String label) {
        if (name != null && label != null) {
            throw new WrongUsage("--" + side + " and --" + side + "-label exclude each other");
        }
        if (name != null) {
            webhook.put(side, JsonObject.of("name", JsonString.of(name)));
        } else if (label != null) {
            webhook.put(side, JsonObject.of("label", JsonString.of(label)));
        }
    }

    private JsonObject request(Surroundings surroundings, @Nullable String pair) {
        if (data != null && template != null) {
            throw new WrongUsage("--data and --template exclude each other");
        }
        JsonObject.Builder request = JsonObject.builder().put("method", method).put("url", url);
        if (!headers.isEmpty()) {
            request.put("headers", headerValues());
        }
        if (pair != null) {
            NamedValue credentials = NamedValue.parse("--user", pair, ':', "NAME:PASSWORD");
            request.put("username", credentials.name()).put("password", credentials.value());
        }
        if (data != null) {
            request.put("body", body(data.startsWith("@") ? read(surroundings.path(data.substring(1))) : data));
        } else if (template != null) {
            request.put("template", template);
        }
        return request.build();
    }

    private JsonObject headerValues() {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        headers.stream()
                .map(header -> NamedValue.parse("--header", header, ':'))
                .forEach(header -> values.put(header.name(), JsonString.of(header.value())));
        return JsonObject.of(values);
    }

    /** What looks like a JSON object or list is one; everything else is sent as it stands. */
    private static JsonValue body(String text) {
        try {
            JsonValue json = JsonReader.read(text);
            return json.asObject().isPresent() || json.asArray().isPresent() ? json : JsonString.of(text);
        } catch (JsonSyntaxException e) {
            return JsonString.of(text);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the file with the body cannot be read")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("name a text file in UTF-8 behind the @"),
                    e);
        }
    }
}
