package dev.contract.provider.broker;

/**
 * Which of the contracts between a consumer and a provider is meant.
 *
 * <p>Immutable.
 *
 * @param words as messages have it: {@code version 1.2.0}, {@code the latest from branch main}
 * @param path below that of the pair in a broker's API
 */
public record ContractPick(String words, String path) {
    private static final String TAG = "tag:";
    private static final String BRANCH = "branch:";

    public static final ContractPick LATEST = new ContractPick("the latest", "/latest");

    /** A version's number, {@code tag:NAME} or {@code branch:NAME} for the latest with it, or {@code latest}. */
    public static ContractPick parse(String text) {
        if (text.startsWith(TAG)) {
            String tag = text.substring(TAG.length());
            return new ContractPick("the latest with tag " + tag, "/latest/" + Link.segment(tag));
        }
        if (text.startsWith(BRANCH)) {
            String branch = text.substring(BRANCH.length());
            return new ContractPick("the latest from branch " + branch, "/branch/" + Link.segment(branch) + "/latest");
        }
        return text.equals("latest") ? LATEST : new ContractPick("version " + text, "/version/" + Link.segment(text));
    }

    /** The number of the version that is meant; the words where none was named. */
    String name() {
        return words.replaceFirst("^version ", "");
    }
}
