package dev.contract.cli.console;

/** What a colour says. */
public enum Style {
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    DOUBTFUL("\u001b[33m"),
    STRONG("\u001b[1m");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
