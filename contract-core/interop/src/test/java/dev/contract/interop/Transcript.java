package dev.contract.interop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user of a command line sees, without what differs each time. */
final class Transcript {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern UUID = Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+(Z|\\+00:00))?");
    private static final Pattern COLOUR = Pattern.compile("\\e\\[[\\d;]*m");

    private final Program program;
    private final Path directory;
    private String lastUuid = "";

    Transcript(Program program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** @param command its words, quoted by {@code '} where they hold blanks; {@code UUID} is the last one that was printed */
    String add(String command) {
        Program.Outcome outcome = program.run(directory, words(command.replace("UUID", lastUuid)));
        Matcher uuid = UUID.matcher(outcome.output());
        if (uuid.find()) {
            lastUuid = uuid.group();
        }
        return "$ " + command + "\n" + always(outcome.output()) + "(" + outcome.exitCode() + ")\n\n";
    }

    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }

    private static String always(String output) {
        String plain = COLOUR.matcher(output).replaceAll("");
        String named = UUID.matcher(plain).replaceAll("00000000-0000-0000-0000-000000000000");
        return DATE.matcher(named).replaceAll("TODAY");
    }
}
