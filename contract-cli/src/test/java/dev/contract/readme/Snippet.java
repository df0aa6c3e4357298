package dev.contract.readme;

import java.util.Arrays;
import java.util.List;

/**
 * A fenced block of a manual.
 *
 * @param readme the manual, seen from the root of the repository
 * @param line of its first line of text
 * @param language what stands behind the opening fence; empty for output
 */
public record Snippet(String readme, int line, String language, String text) {

    public List<String> lines() {
        return Arrays.asList(text.split("\n", -1));
    }

    /** The lines of a shell block as commands: without comments, continued lines as one. */
    public List<String> commands() {
        String joined = text.replaceAll("\\\\\n\\s*", "");
        return joined.lines()
                .map(line -> line.replaceFirst("(^|\\s+)# .*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return readme + ":" + line + (language.isEmpty() ? "" : " " + language);
    }
}
