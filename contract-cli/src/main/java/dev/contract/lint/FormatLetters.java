package dev.contract.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a format of {@link java.time.format.DateTimeFormatter}, and those of them that people mistake for their neighbours.
 *
 * @param meant the format with other letters in their place
 * @param slips what each of them means, in words
 * @param isHalfDay whether it has hours up to 12 without a half of the day
 */
record FormatLetters(String written, String meant, List<String> slips, boolean isHalfDay) {
    private static final Pattern QUOTED_OR_RUN = Pattern.compile("'[^']*'|([A-Za-z])\\1*");
    private static final String HOURS = "HhKk";
    private static final String DAYS = "yuYdD";

    static FormatLetters of(String kind, String format) {
        List<MatchResult> runs = QUOTED_OR_RUN
                .matcher(format)
                .results()
                .filter(run -> run.group(1) != null)
                .toList();
        StringBuilder meant = new StringBuilder(format);
        List<String> slips = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            MatchResult run = runs.get(i);
            String other = new Neighbours(kind, runs, i).meant();
            if (other != null) {
                slips.add(words(run.group()));
                meant.replace(run.start(), run.end(), other.repeat(run.group().length()));
            }
        }
        return new FormatLetters(
                format, meant.toString(), slips, slips.contains(words("h")) || slips.contains(words("K")));
    }

    private static String words(String run) {
        return switch (run.charAt(0)) {
            case 'm' -> "m is the minute";
            case 'M' -> "M is the month";
            case 'Y' -> "Y is the year that a week belongs to";
            case 'D' -> "D is the day of the year";
            case 'K' -> "K is an hour of half a day";
            default -> "h is an hour of half a day";
        };
    }

    /** A run of one letter among the others. */
    private record Neighbours(String kind, List<MatchResult> runs, int at) {

        /** The letter that should stand here; null where it is the one that does. */
        @Nullable
        String meant() {
            return switch (letter(at)) {
                case 'm' -> isMonth() ? "M" : null;
                case 'M' -> isMinute() ? "m" : null;
                case 'Y' -> has("w") || has("e") ? null : "y";
                case 'D' -> runs.get(at).group().length() <= 2 && (has("M") || has("m") || has("L")) ? "d" : null;
                case 'h', 'K' -> has("a") || has("B") ? null : "H";
                default -> null;
            };
        }

        private boolean isMonth() {
            boolean inTime = isOneOf(HOURS, at - 1) || isOneOf("s", at + 1);
            return kind.equals("date") || (!inTime && (isOneOf(DAYS, at - 1) || isOneOf(DAYS, at + 1)));
        }

        private boolean isMinute() {
            boolean inDate = isOneOf(DAYS, at - 1) || isOneOf(DAYS, at + 1);
            return kind.equals("time") || (!inDate && (isOneOf(HOURS, at - 1) || isOneOf("s", at + 1)));
        }

        private boolean isOneOf(String letters, int position) {
            return position >= 0 && position < runs.size() && letters.indexOf(letter(position)) >= 0;
        }

        private boolean has(String letter) {
            return runs.stream().anyMatch(run -> run.group().startsWith(letter));
        }

        private char letter(int position) {
            return runs.get(position).group().charAt(0);
        }
    }
}
