package dev.contract.provider.broker;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which of the contracts between a consumer and a provider is meant.
 *
 * <p>Immutable.
 *
 * @param name of a version, a tag, a branch or an environment; {@code latest} where none is meant
 */
public record ContractPick(Kind kind, String name) {
    public static final ContractPick LATEST = new ContractPick(Kind.LATEST, "latest");

    /** What the name is of. */
    public enum Kind {
        VERSION("", "version "),
        TAG("tag:", "the latest with tag "),
        BRANCH("branch:", "the latest from branch "),
        ENVIRONMENT("environment:", "the one that runs in "),
        LATEST("", "the ");

        private final String prefix;
        private final String words;

        Kind(String prefix, String words) {
            this.prefix = prefix;
            this.words = words;
        }

        /** {@code branch:main}, as users write it. */
        String of(String name) {
            return prefix + name;
        }
    }

    public ContractPick {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /**
     * A version's number, {@code tag:NAME} or {@code branch:NAME} for the latest with it, {@code environment:NAME} for the one that runs
     * there, or {@code latest}.
     */
    public static ContractPick parse(String text) {
        if (text.equals(LATEST.name())) {
            return LATEST;
        }
        Kind kind = Stream.of(Kind.TAG, Kind.BRANCH, Kind.ENVIRONMENT)
                .filter(each -> text.startsWith(each.prefix))
                .findFirst()
                .orElse(Kind.VERSION);
        return new ContractPick(kind, text.substring(kind.prefix.length()));
    }

    /** As messages have it: {@code version 1.2.0}, {@code the latest from branch main}. */
    public String words() {
        return kind.words + name;
    }

    /** Below that of the pair in a broker's API. */
    String path() {
        return switch (kind) {
            case VERSION -> "/version/" + Link.segment(name);
            case TAG -> "/latest/" + Link.segment(name);
            case BRANCH -> "/branch/" + Link.segment(name) + "/latest";
            case LATEST -> "/latest";
            case ENVIRONMENT -> throw new IllegalStateException("which version runs there has to be looked up first");
        };
    }
}
