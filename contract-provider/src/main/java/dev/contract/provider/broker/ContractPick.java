package dev.contract.provider.broker;

import java.util.Optional;

/**
 * Which of the contracts between a consumer and a provider is meant.
 *
 * <p>Immutable.
 *
 * @param words as messages have it: {@code version 1.2.0}, {@code the latest from branch main}
 * @param path below that of the pair in a broker's API
 * @param branch whose latest is meant; empty where another is
 */
public record ContractPick(String words, String path, Optional<String> branch) {
    private static final String TAG = "tag:";
    private static final String BRANCH = "branch:";

    public static final ContractPick LATEST = new ContractPick("the latest", "/latest", Optional.empty());

    /** A version's number, {@code tag:NAME} or {@code branch:NAME} for the latest with it, or {@code latest}. */
    public static ContractPick parse(String text) {
        if (text.startsWith(TAG)) {
            String tag = text.substring(TAG.length());
            return new ContractPick("the latest with tag " + tag, "/latest/" + Link.segment(tag), Optional.empty());
        }
        if (text.startsWith(BRANCH)) {
            String branch = text.substring(BRANCH.length());
            String path = "/branch/" + Link.segment(branch) + "/latest";
            return new ContractPick("the latest from branch " + branch, path, Optional.of(branch));
        }
        return text.equals("latest")
                ? LATEST
                : new ContractPick("version " + text, "/version/" + Link.segment(text), Optional.empty());
    }

    /** The number of the version that is meant; the words where none was named. */
    String name() {
        return words.replaceFirst("^version ", "");
    }
}
