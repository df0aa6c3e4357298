package dev.contract.broker.page;

/** A word in a colour that says how things are; the word says it as well. */
public record Mark(Tone tone, String word) {

    /** How things are. */
    public enum Tone {
        GOOD,
        BAD,
        WARNING,
        QUIET;

        /** The class of the stylesheet. */
        public String style() {
            return "mark "
                    + switch (this) {
                        case GOOD -> "good";
                        case BAD -> "bad";
                        case WARNING -> "warning";
                        case QUIET -> "quiet";
                    };
        }
    }

    public static Mark good(String word) {
        return new Mark(Tone.GOOD, word);
    }

    public static Mark bad(String word) {
        return new Mark(Tone.BAD, word);
    }

    public static Mark warning(String word) {
        return new Mark(Tone.WARNING, word);
    }

    public static Mark quiet(String word) {
        return new Mark(Tone.QUIET, word);
    }
}
