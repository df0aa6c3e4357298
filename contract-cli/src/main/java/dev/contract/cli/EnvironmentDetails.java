package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What people say about an environment. */
@Command
final class EnvironmentDetails {
    @Option(names = "--display-name", paramLabel = "NAME", order = 3, description = "Its name for people.")
    private @Nullable String displayName;

    @Option(
            names = "--production",
            negatable = true,
            order = 4,
            description = "Whether it serves real users; a new one does not unless told so.")
    private @Nullable Boolean production;

    @Option(names = "--contact-name", paramLabel = "NAME", order = 5, description = "Who looks after it.")
    private @Nullable String contact;

    @Option(names = "--contact-email-address", paramLabel = "ADDRESS", order = 6, description = "How to reach them.")
    private @Nullable String address;

    /** @throws WrongUsage if nobody could tell whose address it is */
    void check() {
        if (address != null && contact == null) {
            throw new WrongUsage("--contact-email-address needs --contact-name, too");
        }
    }

    /** An environment as it was, with what was said. */
    JsonObject changed(JsonObject environment) {
        JsonObject.Builder changed = JsonObject.builder();
        environment.string("name").ifPresent(name -> changed.put("name", name));
        boolean serves = environment
                .get("production")
                .flatMap(value -> value.asBoolean())
                .orElse(false);
        changed.put("production", production == null ? serves : production);
        String shown = displayName == null ? environment.string("displayName").orElse(null) : displayName;
        if (shown != null) {
            changed.put("displayName", shown);
        }
        JsonArray contacts = contact == null && address == null
                ? environment.array("contacts").orElse(JsonArray.EMPTY)
                : JsonArray.of(contactDetails());
        return contacts.size() == 0
                ? changed.build()
                : changed.put("contacts", contacts).build();
    }

    private JsonObject contactDetails() {
        JsonObject.Builder details = JsonObject.builder();
        if (contact != null) {
            details.put("name", contact);
        }
        if (address != null) {
            details.put(
                    "details", JsonObject.builder().put("emailAddress", address).build());
        }
        return details.build();
    }
}
