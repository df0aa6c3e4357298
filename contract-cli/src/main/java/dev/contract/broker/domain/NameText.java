package dev.contract.broker.domain;

import dev.contract.core.problem.Quoted;

/** What every name of a broker must be: one line, not blank, at most 255 characters. */
final class NameText {
    private static final int LONGEST = 255;

    private NameText() {}

    static String check(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is blank");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the " + what + " has " + text.length() + " characters, where at most "
                    + LONGEST + " are allowed: " + Quoted.text(text));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the " + what + " has a line end or another control character: " + Quoted.text(text));
        }
        if (text.codePoints().anyMatch(each -> each >= 0xD800 && each <= 0xDFFF)) {
            throw new IllegalArgumentException("the " + what + " has half of a character");
        }
        return text;
    }

    static String checkWithoutBlanks(String what, String text) {
        if (check(what, text).chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("the " + what + " has a blank: " + Quoted.text(text));
        }
        return text;
    }
}
