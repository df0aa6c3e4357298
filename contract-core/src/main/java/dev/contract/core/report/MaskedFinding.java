package dev.contract.core.report;

import dev.contract.core.secret.Secrets;
import org.jspecify.annotations.Nullable;

/** A difference without secrets: of something that looks like one, it is told that it differs, but not how. */
final class MaskedFinding {
    /** Characters of a text by which it is recognised. */
    private static final int BEGINNING = 32;

    /** Shorter than this, a value keeps no secret, and would be found everywhere. */
    private static final int SHORTEST = 4;

    private MaskedFinding() {}

    static Finding of(Finding finding) {
        if (!Secrets.isName(finding.where())) {
            return changed(
                    finding, Secrets.masked(finding.sentence()), text(finding.expected()), text(finding.actual()));
        }
        String expected = value(finding, finding.expected());
        String actual = value(finding, finding.actual());
        String sentence = hidden(hidden(finding.sentence(), finding.expected(), expected), finding.actual(), actual);
        boolean whole = finding.actual() == null || finding.sentence().contains(finding.actual());
        String instead = "Expected " + expected + " but was " + (actual == null ? "missing" : actual);
        return changed(finding, whole && !isCut(finding) ? sentence : instead, expected, actual);
    }

    /** Whether the sentence has only the beginning of what was expected, which is a secret as well. */
    private static boolean isCut(Finding finding) {
        String expected = finding.expected();
        return expected != null
                && expected.length() > BEGINNING
                && !finding.sentence().contains(expected)
                && finding.sentence().contains(expected.substring(0, BEGINNING));
    }

    private static Finding changed(
            Finding finding, String sentence, @Nullable String expected, @Nullable String actual) {
        return new Finding(finding.part(), finding.where(), sentence, expected, actual, finding.renamedTo());
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : Secrets.masked(text);
    }

    private static @Nullable String value(Finding finding, @Nullable String value) {
        return value == null || value.length() < SHORTEST ? value : Secrets.value(finding.where(), value);
    }

    private static String hidden(String sentence, @Nullable String value, @Nullable String shown) {
        return value == null || shown == null ? sentence : sentence.replace(value, shown);
    }
}
