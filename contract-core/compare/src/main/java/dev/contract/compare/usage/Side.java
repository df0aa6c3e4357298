package dev.contract.compare.usage;

import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.List;

/** What is sent in an interaction, or what comes. Equal sides of an operation rely on the same, and need be read only once. */
sealed interface Side {
    void read(SideReader reader);

    record Request(RequestPart part) implements Side {
        @Override
        public void read(SideReader reader) {
            reader.request(part);
        }
    }

    record Response(ResponsePart part) implements Side {
        @Override
        public void read(SideReader reader) {
            reader.response(part);
        }
    }

    record SentMessage(MessagePart part) implements Side {
        @Override
        public void read(SideReader reader) {
            reader.sentMessage(part);
        }
    }

    record Message(MessagePart part) implements Side {
        @Override
        public void read(SideReader reader) {
            reader.message(part);
        }
    }

    static List<Side> of(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public List<Side> http(HttpInteraction exchange) {
                return List.of(new Request(exchange.request()), new Response(exchange.response()));
            }

            @Override
            public List<Side> asyncMessage(AsyncMessage message) {
                return List.of(new Message(message.message()));
            }

            @Override
            public List<Side> syncMessage(SyncMessage message) {
                List<Side> sides = new ArrayList<>(List.of(new SentMessage(message.request())));
                message.responses().forEach(each -> sides.add(new Message(each)));
                return sides;
            }
        });
    }
}
