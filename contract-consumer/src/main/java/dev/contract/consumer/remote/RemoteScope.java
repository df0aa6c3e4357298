package dev.contract.consumer.remote;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.scope.Correlation;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.ContractException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a test has a provider to itself that is played in another process, or a part of its requests.
 *
 * <p>Thread-safe.
 */
public final class RemoteScope {
    private final ControlClient client;
    private final String provider;
    private final String id;
    private final String url;

    /** By the ids that the stub has given them: what was declared here, and what it has of contracts as soon as somebody asks. */
    private final Map<String, HttpInteraction> interactions = new ConcurrentHashMap<>();

    /** Of what was declared here. Two that are equal are two there, too. */
    private final Map<HttpInteraction, String> ids = Collections.synchronizedMap(new IdentityHashMap<>());

    private RemoteScope(ControlClient client, String provider, JsonObject opened) {
        this.client = client;
        this.provider = provider;
        this.id = opened.string("id").orElse("");
        this.url = client.reached(opened.string("url").orElse(""));
    }

    /**
     * Has a stub play a provider, if it does not yet, and what is declared here come before all else.
     *
     * @param url of the stub
     * @param token that it was started with; null for none
     * @param tls by which it is reached at {@code https://}; null for whom the JVM trusts
     * @throws ContractException if the stub cannot be reached, or somebody else has the provider to himself
     */
    public static RemoteScope open(String url, @Nullable String token, @Nullable SSLContext tls, String provider) {
        ControlClient client = new ControlClient(url, token, tls);
        client.put("/providers/" + ControlClient.segment(provider), null);
        return open(client, provider, JsonObject.EMPTY);
    }

    private static RemoteScope open(ControlClient client, String provider, JsonObject condition) {
        JsonObject body =
                JsonObject.builder().put("provider", provider).putAll(condition).build();
        RemoteScope scope = new RemoteScope(client, provider, client.post("/scopes", body));
        Unclosed.add(scope);
        return scope;
    }

    /**
     * A scope of those requests of the provider that meet a condition.
     *
     * @throws ContractException if there is one already, or no request can meet it
     */
    public RemoteScope scope(Correlation condition) {
        JsonObject.Builder written = JsonObject.builder();
        if (condition.checked().kind().equals("path")) {
            written.put("path", condition.value());
        } else {
            written.put(condition.kind(), condition.name()).put("is", condition.value());
        }
        return open(client, provider, JsonObject.of("condition", written.build()));
    }

    /** Where clients reach the provider, without a slash at the end. */
    public String url() {
        return url;
    }

    /**
     * Declares an interaction in the stub.
     *
     * @return takes how it is to be answered instead of by its own response, as often as that changes
     * @throws ContractException if rules of the request cannot be used
     */
    public Consumer<Behaviour> declare(HttpInteraction interaction, Terms terms) {
        JsonObject body = ContractWriter.written(interaction).with("stub", extras(terms));
        JsonObject entry = client.post(ControlClient.query("/interactions", Map.of("scope", id)), body);
        String declared = entry.string("id").orElse("");
        interactions.put(declared, interaction);
        ids.put(interaction, declared);
        return behaviour -> client.put("/interactions/" + declared + "/answers", BehaviourDocument.of(behaviour));
    }

    private static JsonObject extras(Terms terms) {
        JsonObject.Builder extras = JsonObject.builder().put("priority", terms.priority());
        ScenarioState during = terms.during();
        return during == null
                ? extras.build()
                : extras.put("during", BehaviourDocument.of(during)).build();
    }

    /** The id in the stub of an interaction that was declared here. */
    Optional<String> id(HttpInteraction interaction) {
        return Optional.ofNullable(ids.get(interaction));
    }

    /** The interaction that has an id. */
    HttpInteraction interaction(String declared) {
        HttpInteraction known = interactions.get(declared);
        if (known != null) {
            return known;
        }
        JsonObject entry = client.get("/interactions/" + ControlClient.segment(declared));
        HttpInteraction read = (HttpInteraction) ContractReader.readInteraction(
                "interaction " + declared, entry.object("interaction").orElse(JsonObject.EMPTY));
        interactions.put(declared, read);
        return read;
    }

    /** What came of this scope's requests, as the stub keeps it. */
    public RemoteJournal journal() {
        return new RemoteJournal(client, this, Map.of("scope", id));
    }

    /**
     * What is wrong, in words; empty when every declared request came, and no other.
     *
     * @param consumer the name of who sends them
     */
    public Optional<String> complaint(String consumer) {
        JsonObject verdict =
                client.get(ControlClient.query("/scopes/" + id + "/verdict", Map.of("consumer", consumer)));
        boolean fine = verdict.get("fine").equals(Optional.of(JsonBoolean.of(true)));
        return fine
                ? Optional.empty()
                : Optional.of(verdict.get("text").map(JsonValue::text).orElse(""));
    }

    /** Takes away what was declared here, and begins anew. */
    public void reset() {
        client.post("/scopes/" + id + "/reset", JsonObject.EMPTY);
        interactions.clear();
        ids.clear();
    }

    /** Moves a scenario of the provider to a state. */
    public void move(String scenario, String state) {
        client.put(
                ControlClient.query("/scenarios", Map.of("scope", id)), JsonObject.of(scenario, JsonString.of(state)));
    }

    /** Gives the provider back; what was declared here is gone. Who does not call this gives it back when the JVM ends. */
    public void close() {
        Unclosed.remove(this);
        client.delete("/scopes/" + id);
    }
}
