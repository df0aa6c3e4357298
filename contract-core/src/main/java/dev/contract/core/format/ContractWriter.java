package dev.contract.core.format;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes contracts as files that Pact tools of every language read.
 *
 * <p>Equal contracts give equal bytes, in whatever order their interactions come: these are written by the names of their provider
 * states, then by description. Lines are indented by two blanks, values that fit on one line stay on one, the text ends with a line
 * end. Thread-safe: nothing is kept between calls.
 */
public final class ContractWriter {
    private final Contract contract;
    private final String library;
    private final InteractionWriter writer;

    private ContractWriter(Contract contract, String library) {
        this.contract = contract;
        this.library = library;
        this.writer = new InteractionWriter(contract.version());
    }

    /**
     * What its version cannot express of a contract, which are errors, and what it says less exactly than the contract does, which are
     * warnings: version 2, for one, has no matcher for numbers, and says type.
     */
    public static List<Problem> problems(Contract contract) {
        return Expressible.problems(contract);
    }

    /**
     * The contract as UTF-8 text, in its own version; see {@link Contract#withVersion}.
     *
     * @throws ContractException with all that this version cannot express; nothing is left out silently
     */
    public static byte[] write(Contract contract) {
        return write(contract, LibraryVersion.TEXT);
    }

    /** As {@link #write(Contract)}, by a library of this version. */
    static byte[] write(Contract contract, String library) {
        List<Problem> refused =
                problems(contract).stream().filter(Problem::isError).toList();
        if (!refused.isEmpty()) {
            throw new ContractException(refused);
        }
        String text = JsonWriter.folded(new ContractWriter(contract, library).file()) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One interaction as files of version 4 have it. */
    public static JsonObject written(Interaction interaction) {
        return interaction.fold(new InteractionWriter(SpecVersion.V4));
    }

    private JsonObject file() {
        JsonObject.Builder file = JsonObject.builder()
                .put("consumer", party("consumer", contract.consumer()))
                .put("provider", party("provider", contract.provider()));
        List<Interaction> ordered = InteractionOrder.sorted(contract.interactions());
        List<Interaction> messages =
                ordered.stream().filter(this::isListedApart).toList();
        List<Interaction> others =
                ordered.stream().filter(each -> !isListedApart(each)).toList();
        list(file, "interactions", others, messages.isEmpty());
        list(file, "messages", messages, false);
        file.put("metadata", Metadata.written(contract.metadata(), contract.version(), library));
        return Extra.add(file.build(), contract.extra());
    }

    /** Version 3 has a list of its own for messages. */
    private boolean isListedApart(Interaction interaction) {
        return contract.version() == SpecVersion.V3 && InteractionType.of(interaction) == InteractionType.ASYNC_MESSAGE;
    }

    /** The interactions, and after them those that were read without being understood. */
    private void list(JsonObject.Builder file, String name, List<Interaction> interactions, boolean always) {
        List<JsonValue> written = new ArrayList<>();
        interactions.forEach(each -> written.add(each.fold(writer)));
        contract.extra().array(name).ifPresent(unread -> written.addAll(unread.elements()));
        if (always || !written.isEmpty()) {
            file.put(name, JsonArray.of(written));
        }
    }

    private JsonObject party(String side, String name) {
        JsonObject party = JsonObject.builder().put("name", name).build();
        return Extra.add(party, contract.extra().object(side).orElse(JsonObject.EMPTY));
    }
}
