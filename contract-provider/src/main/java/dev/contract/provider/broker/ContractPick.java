package dev.contract.provider.broker;

import java.util.Objects;

/**
 * Which of the contracts between a consumer and a provider is meant.
 *
 * <p>Immutable.
 *
 * @param name of a version, a tag or a branch; {@code latest} where none is meant
 */
public record ContractPick(Kind kind, String name) {
    public static final ContractPick LATEST = new ContractPick(Kind.LATEST, "latest");

    /** What the name is of. */
    public enum Kind {
        VERSION("", "version "),
        TAG("tag:", "the latest with tag "),
        BRANCH("branch:", "the latest from branch "),
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

    /** A version's number, {@code tag:NAME} or {@code branch:NAME} for the latest with it, or {@code latest}. */
    public static ContractPick parse(String text) {
        if (text.equals(LATEST.name())) {
            return LATEST;
        }
        Kind kind = text.startsWith(Kind.TAG.prefix)
                ? Kind.TAG
                : text.startsWith(Kind.BRANCH.prefix) ? Kind.BRANCH : Kind.VERSION;
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
        };
    }
}
