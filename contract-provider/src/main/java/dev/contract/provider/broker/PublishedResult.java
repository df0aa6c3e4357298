package dev.contract.provider.broker;

import dev.contract.provider.ContractResult;
import java.util.List;

/**
 * What became of the result of one contract on its way to the broker.
 *
 * <p>Immutable.
 *
 * @param contract the result
 * @param version of the provider
 * @param notices what the broker wants to be read now
 */
public record PublishedResult(ContractResult contract, String version, Kind kind, List<String> notices) {
    public PublishedResult {
        notices = List.copyOf(notices);
    }

    /** Whether a result was published, as what, or why not. */
    public enum Kind {
        /** Published as a success. */
        HONOURED,
        /** Published as a failure, of the whole contract or a part of it. */
        BROKEN,
        /** Not published: only a part of the contract was verified, and found honoured. */
        PARTIAL,
        /** Not published: no interaction got an answer to judge. */
        UNANSWERED;

        static Kind of(ContractResult contract) {
            if (!contract.answered()) {
                return UNANSWERED;
            }
            if (!contract.honoured()) {
                return BROKEN;
            }
            return contract.complete() ? HONOURED : PARTIAL;
        }

        public boolean isPublished() {
            return this == HONOURED || this == BROKEN;
        }
    }

    /** One sentence for the user. */
    public String sentence() {
        return switch (kind) {
            case HONOURED -> published("honours");
            case BROKEN -> published("breaks");
            case PARTIAL ->
                "Not published: " + contract.title() + " was verified only in part, which proves nothing of the rest.";
            case UNANSWERED ->
                "Not published: " + contract.title()
                        + " was not verified, because none of its interactions got an answer to judge.";
        };
    }

    private String published(String verb) {
        return "Published: " + contract.contract().provider() + " " + version + " " + verb + " the contract of "
                + contract.contract().consumer() + ".";
    }
}
