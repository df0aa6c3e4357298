package dev.contract.core.generating;

import dev.contract.core.json.JsonObject;
import dev.contract.core.model.ProviderState;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What generators make their values of.
 *
 * <pre>{@code
 * GenerationContext.builder()
 *         .mode(Mode.PROVIDER)
 *         .states(interaction.states())
 *         .stateValues(returnedByHandlers)
 *         .build();
 * }</pre>
 *
 * <p>As thread-safe as its source of randomness; the one used by default is.
 */
public final class GenerationContext {

    /** On whose side values are made. */
    public enum Mode {
        /** The stub answers a consumer's test: provider states are unknown. */
        CONSUMER,
        /** The provider is verified: there is no stub. */
        PROVIDER
    }

    private final Mode mode;
    private final RandomGenerator random;
    private final @Nullable Clock clock;
    private final List<String> stateNames;
    private final JsonObject stateValues;
    private final @Nullable String mockServer;

    private GenerationContext(Builder builder) {
        this.mode = builder.mode;
        this.random = builder.random == null ? new Random() : builder.random;
        this.clock = builder.clock;
        this.stateNames = List.copyOf(builder.stateNames);
        this.stateValues = builder.stateValues;
        this.mockServer = builder.mockServer;
    }

    public static Builder builder() {
        return new Builder();
    }

    Mode mode() {
        return mode;
    }

    RandomGenerator random() {
        return random;
    }

    ZonedDateTime now() {
        return clock == null ? ZonedDateTime.now(ZoneId.systemDefault()) : ZonedDateTime.now(clock);
    }

    List<String> stateNames() {
        return stateNames;
    }

    JsonObject stateValues() {
        return stateValues;
    }

    Optional<String> mockServer() {
        return Optional.ofNullable(mockServer);
    }

    /** Collects what is known. One thread at a time. */
    public static final class Builder {
        private Mode mode = Mode.CONSUMER;
        private @Nullable RandomGenerator random;
        private @Nullable Clock clock;
        private final List<String> stateNames = new ArrayList<>();
        private JsonObject stateValues = JsonObject.EMPTY;
        private @Nullable String mockServer;

        private Builder() {}

        /** Consumer by default. */
        public Builder mode(Mode side) {
            this.mode = side;
            return this;
        }

        /** Where random values come from: with a seeded source they are the same in every run. */
        public Builder random(RandomGenerator source) {
            this.random = source;
            return this;
        }

        /** The present, and the zone in which dates and times are written; by default those of the machine. */
        public Builder clock(Clock present) {
            this.clock = present;
            return this;
        }

        /** The states of the interaction: their parameters become values, their names appear in problems. */
        public Builder states(List<ProviderState> states) {
            for (ProviderState state : states) {
                stateNames.add(state.name());
                stateValues(state.parameters());
            }
            return this;
        }

        /** Values by name, for example those that state handlers returned; they replace earlier ones of the same name. */
        public Builder stateValues(JsonObject values) {
            this.stateValues = stateValues.toBuilder().putAll(values).build();
            return this;
        }

        /** The address of the stub, for links to it: {@code http://127.0.0.1:8080}. */
        public Builder mockServer(String url) {
            this.mockServer = url;
            return this;
        }

        public GenerationContext build() {
            return new GenerationContext(this);
        }
    }
}
