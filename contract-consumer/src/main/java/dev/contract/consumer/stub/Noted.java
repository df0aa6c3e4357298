package dev.contract.consumer.stub;

import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.journal.Exchange;
import dev.contract.consumer.journal.JournalKeeper;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import org.jspecify.annotations.Nullable;

/** A reply that is not sent at once: what becomes of it goes into the journal when it does. */
record Noted(Reply reply, Exchange exchange, JournalKeeper keeper) implements Reply {
    private static final AttachmentKey<Noted> KEY = AttachmentKey.create(Noted.class);

    /** The same reply; an answer that is certain is written down here and now. */
    static Reply of(Reply reply, Exchange exchange, JournalKeeper keeper) {
        if (reply instanceof Answer answer) {
            keeper.answered(exchange, answer);
            return answer;
        }
        return new Noted(reply, exchange, keeper);
    }

    @Override
    public void send(HttpServerExchange http) {
        http.putAttachment(KEY, this);
        reply.send(http);
    }

    /** An answer is being sent. */
    static void answered(HttpServerExchange http, Answer answer) {
        Noted noted = http.getAttachment(KEY);
        if (noted != null) {
            noted.keeper.answered(noted.exchange, answer);
        }
    }

    /**
     * A fault happens.
     *
     * @param damaged the answer that it leaves of another
     */
    static void failed(HttpServerExchange http, Fault fault, @Nullable Answer damaged) {
        Noted noted = http.removeAttachment(KEY);
        if (noted != null) {
            noted.keeper.failed(noted.exchange, fault, damaged);
        }
    }
}
