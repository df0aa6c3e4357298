package dev.contract.cli.console;

import dev.contract.core.problem.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The two streams of a command: results go to the first, so that they can be piped; whatever accompanies them goes to the second.
 *
 * <p>As thread-safe as its streams.
 *
 * @param colour whether terminal codes are understood at the other end
 * @param terminal whether a person sits there and sees lines as they come
 */
public record Console(PrintStream out, PrintStream err, boolean colour, boolean terminal) {
    /** What could steer a terminal or turn the order of a line around; line ends and tabs may stay. */
    private static final Pattern STEERING =
            Pattern.compile("(?!\\n|\\r\\n)[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t]]");

    private static final Pattern STEERING_BUT_COLOURS =
            Pattern.compile("(?!\\e\\[(?:0|1|31|32|33)m)" + STEERING.pattern());

    /** Text from elsewhere (contracts, services, brokers) as it may stand on a terminal: what could steer one is escaped, as in JSON. */
    public static String plain(String text) {
        return escaped(STEERING, text);
    }

    /** {@code 1 file}, {@code 2 files}. */
    public static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String escaped(Pattern characters, String text) {
        if (text.chars().noneMatch(Console::maySteer)) {
            return text;
        }
        return characters
                .matcher(text)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    /** Hardly any text has such a character, and a report may have megabytes. */
    private static boolean maySteer(int c) {
        return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x2069);
    }

    private void print(PrintStream stream, String text) {
        stream.println(escaped(colour ? STEERING_BUT_COLOURS : STEERING, text));
    }

    /** Shows how far something is, in place of what was shown so before; on a terminal only. An empty text takes it away. */
    public void progress(String text) {
        if (terminal) {
            out.print("\r" + escaped(STEERING, text) + "\u001b[K" + (text.isEmpty() ? "\r" : ""));
            out.flush();
        }
    }

    /** A result. */
    public void result(String text) {
        print(out, text);
    }

    /** A whole text file as the result: byte by byte when it is piped, harmless on a terminal. */
    public void file(byte[] utf8) {
        if (colour) {
            out.print(plain(new String(utf8, StandardCharsets.UTF_8)));
        } else {
            out.writeBytes(utf8);
        }
        out.flush();
    }

    /** What a user may want to know beside the result. */
    public void tell(String text) {
        print(err, text);
    }

    /** Problems, with an empty line between them. */
    public void problems(List<Problem> problems) {
        for (int i = 0; i < problems.size(); i++) {
            if (i > 0) {
                err.println();
            }
            Problem problem = problems.get(i);
            Style style = problem.isError() ? Style.BAD : Style.DOUBTFUL;
            String text = problem.toString();
            int end = problem.code().length();
            tell(style(style, text.substring(0, end)) + plain(text.substring(end)));
        }
    }

    /** The text in a colour, or as it is where colours are not understood. */
    public String style(Style style, String text) {
        return colour ? style.code() + text + "\u001b[0m" : text;
    }

    /** The first stream for code that writes to writers. */
    public PrintWriter outWriter() {
        return new PrintWriter(new Characters(out), true);
    }

    /** The second stream for code that writes to writers. */
    public PrintWriter errWriter() {
        return new PrintWriter(new Characters(err), true);
    }

    /** Leaves the encoding to the stream, which alone knows it. */
    private static final class Characters extends Writer {
        private final PrintStream stream;

        Characters(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(char[] buffer, int offset, int length) {
            stream.print(new String(buffer, offset, length));
        }

        @Override
        public void flush() {
            stream.flush();
        }

        @Override
        public void close() {
            stream.flush();
        }
    }
}
