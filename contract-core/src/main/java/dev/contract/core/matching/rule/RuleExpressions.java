package dev.contract.core.matching.rule;

/** What rules accept of texts, as regular expressions for the whole of a text. */
public final class RuleExpressions {
    /** Of {@code number}. */
    public static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    /** Of {@code decimal}. */
    public static final String DECIMAL = "-?\\d+\\.\\d+([eE][+-]?\\d+)?";

    /** Of {@code integer}. */
    public static final String INTEGER = "-?\\d+";

    private static final String PART = "(?:0|[1-9]\\d*)";
    private static final String LABEL = "(?:" + PART + "|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String BUILD = "[0-9a-zA-Z-]+";

    /** Of {@code semver}: a complete version of Semantic Versioning 2.0.0. */
    public static final String SEMVER = PART + "\\." + PART + "\\." + PART + "(?:-" + LABEL + "(?:\\." + LABEL
            + ")*)?(?:\\+" + BUILD + "(?:\\." + BUILD + ")*)?";

    private RuleExpressions() {}
}
