package dev.contract.provider.broker;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;

/**
 * A contract that the broker wants verified.
 *
 * <p>Immutable.
 *
 * @param name what the broker calls it: {@code Pact between shop-web (7f3c2a1) and orders}
 * @param description why it was selected, in few words
 * @param url where it is
 * @param pending a failure does not fail the provider's build
 * @param workInProgress it was not asked for, but belongs to an unmerged branch
 * @param notices their type says when to show them
 */
public record SelectedContract(
        String name, String description, String url, boolean pending, boolean workInProgress, List<Notice> notices) {
    public SelectedContract {
        notices = List.copyOf(notices);
    }

    static SelectedContract of(JsonObject json, String place) {
        Link self = new HalDocument(json, place).link("self");
        JsonObject properties = json.object("verificationProperties").orElse(JsonObject.EMPTY);
        return new SelectedContract(
                self.name() == null ? self.href() : self.name(),
                json.string("shortDescription").orElse(""),
                self.href(),
                is(properties, "pending"),
                is(properties, "wip"),
                Notice.all(properties, "when"));
    }

    private static boolean is(JsonObject properties, String name) {
        return properties.get(name).flatMap(JsonValue::asBoolean).orElse(false);
    }
}
