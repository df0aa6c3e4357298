package dev.contract.core.problem;

import java.util.stream.Collectors;

/** A stranger's text in the output of a build. */
public final class Barred {
    private Barred() {}

    /**
     * The text, with a bar before each line that a build server would take for one of its commands: {@code ::error} of GitHub, {@code
     * ##vso[…]} of Azure, {@code ##teamcity[…]}.
     */
    public static String text(String text) {
        return text.lines().map(Barred::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        String start = line.stripLeading();
        return start.startsWith("::") || start.startsWith("##") ? "| " + line : line;
    }
}
