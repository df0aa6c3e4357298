package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the consumer, what came, and how the two compare.
 *
 * <pre>{@code
 * Expectations expectations = new Expectations(StubSettings.DEFAULT);
 * expectations.add(interaction);
 * StubServer server = StubServer.start(expectations, StubSettings.DEFAULT);
 * …
 * expectations.verdict().isFine();
 * }</pre>
 *
 * <p>Interactions may be added while requests are answered. Thread-safe.
 */
public final class Expectations {
    /** So many unexpected requests are described; further ones are counted. */
    private static final int DESCRIBED = 20;

    private final StubSettings settings;
    private final @Nullable Expectations wider;
    private final RequestIndex index = new RequestIndex();
    private final Journal journal;
    private final List<Unexpected> unexpected = new ArrayList<>();
    private int moreUnexpected;

    public Expectations(StubSettings settings) {
        this(settings, null);
    }

    private Expectations(StubSettings settings, @Nullable Expectations wider) {
        this.settings = settings;
        this.wider = wider;
        this.journal = new Journal(settings.journalEntries(), settings.journalBytes());
    }

    /** Expectations that come before these: what they do not answer, these may. Each judges what it was asked for. */
    public Expectations narrower() {
        return new Expectations(settings, this);
    }

    /** Adds all interactions of a contract that are requests over HTTP. */
    public void addAll(Contract contract) {
        contract.interactions().forEach(interaction -> {
            if (interaction instanceof HttpInteraction http) {
                add(http, contract.version());
            }
        });
    }

    public void add(HttpInteraction interaction) {
        add(interaction, SpecVersion.V4);
    }

    private void add(HttpInteraction interaction, SpecVersion version) {
        index.add(new Candidate(interaction, version));
    }

    /** The answer to a request; it is written down, and it counts. */
    Answer answer(HttpRequest request, String baseUrl) {
        for (Expectations each = this; each != null; each = each.wider) {
            Candidate found = each.index.find(request);
            if (found != null) {
                each.journal.add(new Exchange(request, found.interaction()));
                return found.answer(baseUrl);
            }
        }
        if (settings.cors() && Cors.isPreflight(request)) {
            return Cors.preflight(request);
        }
        Unexpected refused = Nearest.explain(request, candidates());
        note(refused);
        return Refusal.of(refused);
    }

    /** Writes down a request that could not even be read to its end. */
    void noteUnreadable(HttpRequest request) {
        note(Unexpected.alone(request));
    }

    private void note(Unexpected refused) {
        journal.add(new Exchange(refused.request(), null));
        synchronized (unexpected) {
            if (unexpected.size() < DESCRIBED) {
                unexpected.add(refused);
            } else {
                moreUnexpected++;
            }
        }
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(index.all());
        if (wider != null) {
            candidates.addAll(wider.candidates());
        }
        return candidates;
    }

    /** The latest requests, oldest first; how many are kept is a setting. */
    public List<Exchange> journal() {
        return journal.list();
    }

    /** The interactions in the order of their declaration. */
    public List<HttpInteraction> interactions() {
        return index.all().stream().map(Candidate::interaction).toList();
    }

    /** How things stand now. */
    public Verdict verdict() {
        List<HttpInteraction> missing = index.all().stream()
                .filter(candidate -> !candidate.wasRequested())
                .map(Candidate::interaction)
                .toList();
        synchronized (unexpected) {
            return new Verdict(unexpected, moreUnexpected, missing);
        }
    }
}
