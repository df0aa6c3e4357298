package dev.contract.openapi.promise;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ranges of media types, as {@code Accept} and documents write them. */
final class MediaRanges {
    private MediaRanges() {}

    /** Whether any type of one list is of any range of the other. */
    static boolean anyMeets(List<String> accepted, List<String> produced) {
        return accepted.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(MediaRanges::bare)
                .anyMatch(wanted -> produced.stream().map(MediaRanges::bare).anyMatch(each -> meets(wanted, each)));
    }

    private static String bare(String range) {
        int parameters = range.indexOf(';');
        return (parameters < 0 ? range : range.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean meets(String one, String other) {
        return covers(one, other) || covers(other, one);
    }

    private static boolean covers(String range, String type) {
        if (range.equals("*/*") || range.equals("*") || range.equals(type)) {
            return true;
        }
        int star = range.indexOf('*');
        return star > 0
                && type.length() >= range.length() - 1
                && type.startsWith(range.substring(0, star))
                && type.endsWith(range.substring(star + 1));
    }
}
