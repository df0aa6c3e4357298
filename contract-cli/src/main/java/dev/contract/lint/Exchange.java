package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Location;
import dev.contract.lint.Expected.Kind;
import dev.contract.lint.LintFinding.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * An interaction, the text it was read from, and its parts. Immutable.
 *
 * @param written the interaction in the file; empty when its place is not known
 * @param parts what is expected of each message that goes over the wire
 */
record Exchange(Interaction interaction, JsonObject written, String source, List<Expected> parts) {

    static Exchange of(Interaction interaction, JsonObject written, SpecVersion version, String source) {
        return new Exchange(interaction, written, source, interaction.fold(new Parts(written, version)));
    }

    /** The states as they tell interactions apart. */
    List<ProviderState> states() {
        return interaction.statesWithoutExtra();
    }

    /** The interaction as a whole. */
    Place place() {
        return place("", written);
    }

    /** A value of the interaction; where it has no place of its own, the interaction's is the nearest. */
    Place place(String path, JsonValue value) {
        Location location = value.location() == null ? written.location() : value.location();
        return new Place(location == null ? Location.of(source) : location, interaction.description(), path);
    }

    /** A value of one of its parts, found by the names that lead to it as far as they do. */
    Place place(Expected part, String path, String... names) {
        return place(part.name() + path, part.find(names));
    }

    private record Parts(JsonObject written, SpecVersion version) implements Interaction.Cases<List<Expected>> {
        @Override
        public List<Expected> http(HttpInteraction interaction) {
            return List.of(
                    Expected.of(interaction.request(), object("request"), version),
                    Expected.of(interaction.response(), object("response"), version));
        }

        @Override
        public List<Expected> asyncMessage(AsyncMessage interaction) {
            return List.of(Expected.of(interaction.message(), "message", Kind.MESSAGE, written, version));
        }

        @Override
        public List<Expected> syncMessage(SyncMessage interaction) {
            List<Expected> parts = new ArrayList<>();
            parts.add(Expected.of(interaction.request(), "request", Kind.QUESTION, object("request"), version));
            List<MessagePart> responses = interaction.responses();
            for (int i = 0; i < responses.size(); i++) {
                parts.add(Expected.of(responses.get(i), "response[" + i + "]", Kind.MESSAGE, response(i), version));
            }
            return parts;
        }

        private JsonObject object(String name) {
            return written.object(name).orElse(JsonObject.EMPTY);
        }

        private JsonObject response(int position) {
            JsonArray list = written.array("response").orElse(JsonArray.EMPTY);
            JsonValue one = position < list.size() ? list.get(position) : object("response");
            return one.asObject().orElse(JsonObject.EMPTY);
        }
    }
}
