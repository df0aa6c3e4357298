package dev.contract.cli;

import dev.contract.provider.state.StateAction;
import dev.contract.provider.state.StateHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The names of the state handlers that a provider's tests have. */
@Command
final class HandlerOptions {
    @Option(
            names = "--handler",
            paramLabel = "STATE",
            order = 10,
            description =
                    "The name of a handler that the provider's tests have, with its {placeholders}. May be repeated.")
    private List<String> handlers = new ArrayList<>();

    @Option(
            names = "--handlers",
            paramLabel = "FILE",
            order = 11,
            description = "A text file with such names, one in each line.")
    private @Nullable String file;

    boolean areGiven() {
        return !handlers.isEmpty() || file != null;
    }

    /** The names; one that several test classes have is named several times, and is one here. */
    Set<String> names(Surroundings surroundings) {
        Set<String> names = new LinkedHashSet<>(handlers);
        if (file != null) {
            new String(NamedFiles.bytes(surroundings, file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(names::add);
        }
        return names;
    }

    /** Handlers of these names, which do nothing. */
    static StateHandlers handlers(Set<String> names) {
        StateHandlers handlers = new StateHandlers();
        names.forEach(name -> handlers.add(name, StateAction.SETUP, state -> null));
        return handlers;
    }
}
