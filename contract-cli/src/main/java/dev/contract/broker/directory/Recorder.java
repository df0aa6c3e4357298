package dev.contract.broker.directory;

import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Fact.Published;
import dev.contract.broker.store.Journal;
import dev.contract.core.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the facts of a write until it is over, and passes over those that are replayed. */
final class Recorder implements Journal {
    private final Function<ContentKey, JsonValue> documents;
    private final List<Fact> heard = new ArrayList<>();
    private Instant latest = Instant.MIN;
    private boolean listens;

    /**
     * A recorder that does not listen yet.
     *
     * @param documents those that were written before
     */
    Recorder(Function<ContentKey, JsonValue> documents) {
        this.documents = documents;
    }

    void start() {
        heard.clear();
        latest = Instant.MIN;
        listens = true;
    }

    void stop() {
        listens = false;
        heard.clear();
    }

    List<Fact> heard() {
        return List.copyOf(heard);
    }

    /** When the last thing happened of which a time is kept; long ago if there is none. */
    Instant latest() {
        return latest;
    }

    @Override
    public boolean listens() {
        return listens;
    }

    @Override
    public void hears(@Nullable Instant when, List<Fact> what) {
        heard.addAll(what);
        latest = when != null && when.isAfter(latest) ? when : latest;
    }

    @Override
    public void refuses(String what) {
        throw Refusal.conflict("A broker in a directory has no " + what + ".");
    }

    @Override
    public boolean hasDocuments() {
        return true;
    }

    @Override
    public JsonValue document(ContentKey content) {
        return heard.stream()
                .filter(Published.class::isInstance)
                .map(Published.class::cast)
                .filter(published -> published.key().equals(content))
                .findFirst()
                .map(published -> published.content().document())
                .orElseGet(() -> documents.apply(content));
    }
}
