package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell does: blanks separate, single quotes keep everything, double quotes keep everything but
 * backslashes, a backslash keeps the next character. Nothing is expanded: no variables, no globs, no pipes.
 */
final class ShellWords {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private ShellWords(String text) {
        this.text = text;
    }

    /** @throws ContractException if a quote is never closed */
    static List<String> split(String text) {
        return new ShellWords(text).words();
    }

    private List<String> words() {
        while (position < text.length()) {
            char c = text.charAt(position++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> endWord();
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> escaped();
                default -> append(c);
            }
        }
        endWord();
        return words;
    }

    private void quoted(char quote) {
        int start = position;
        inWord = true;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"' && position < text.length() && "\"\\$`".indexOf(text.charAt(position)) >= 0) {
                c = text.charAt(position++);
            }
            append(c);
        }
        throw new ContractException(Problem.error("CONTRACT-START", "a quote in the command is never closed")
                .at("character " + start + " of the command")
                .found(Quoted.text(text))
                .mend("close the " + (quote == '"' ? "double" : "single") + " quote, or put a backslash before it"));
    }

    private void escaped() {
        if (position < text.length()) {
            append(text.charAt(position++));
        }
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
