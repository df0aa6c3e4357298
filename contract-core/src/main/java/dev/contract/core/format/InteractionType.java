package dev.contract.core.format;

import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SyncMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of interactions, by the names that version 4 gives them. */
enum InteractionType {
    HTTP("Synchronous/HTTP"),
    ASYNC_MESSAGE("Asynchronous/Messages"),
    SYNC_MESSAGE("Synchronous/Messages");

    private final String text;

    InteractionType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<InteractionType> named(String name) {
        for (InteractionType type : values()) {
            if (type.text.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(InteractionType::text).toList();
    }

    static InteractionType of(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public InteractionType http(HttpInteraction each) {
                return HTTP;
            }

            @Override
            public InteractionType asyncMessage(AsyncMessage each) {
                return ASYNC_MESSAGE;
            }

            @Override
            public InteractionType syncMessage(SyncMessage each) {
                return SYNC_MESSAGE;
            }
        });
    }
}
