package dev.contract.broker.store;

import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a database that is only a view of something else: it hears what changes, as it changes, and has the documents of
 * pacts, which that database then does not keep. One thread at a time.
 */
public interface Journal {

    /** Of a database that is all there is. */
    Journal NONE = new Journal() {
        @Override
        public boolean listens() {
            return false;
        }

        @Override
        public void hears(@Nullable Instant when, List<Fact> what) {}

        @Override
        public boolean hasDocuments() {
            return false;
        }

        @Override
        public JsonValue document(ContentKey content) {
            throw new IllegalStateException("the documents are in the database");
        }

        @Override
        public void refuses(String what) {}
    };

    /** Whether it wants to hear: what it tells itself, it need not. */
    boolean listens();

    /**
     * Hears of changes in a transaction that may still fail.
     *
     * @param when null where no time is kept
     */
    void hears(@Nullable Instant when, List<Fact> what);

    /**
     * Hears of something that no fact can tell.
     *
     * @param what things, and why there are none of them
     * @throws dev.contract.broker.domain.Refusal unless it does not matter
     */
    void refuses(String what);

    boolean hasDocuments();

    /** The document of a pact that was published. */
    JsonValue document(ContentKey content);
}
