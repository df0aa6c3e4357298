package dev.contract.broker.domain.remedy;

/** Among how many versions a remedy chooses: each combination is a question of its own, so the more choices, the fewer of each. */
final class Choices {
    /** Of an application with more versions, the newest are considered. */
    static final int MOST = 8;

    /** Each is a whole answer of the matrix, and whoever asks names the selectors. */
    private static final int MOST_QUESTIONS = 128;

    private Choices() {}

    /**
     * How many versions are tried at each of so many places; the same at all of them, so that no place is better looked at than another.
     *
     * @return none where even one version at each is too much
     */
    static int each(int places) {
        int each = MOST;
        while (each > 0 && questions(each, places) > MOST_QUESTIONS) {
            each--;
        }
        return each;
    }

    private static int questions(int each, int places) {
        int all = 0;
        int combinations = 1;
        for (int place = 0; place < places && all <= MOST_QUESTIONS; place++) {
            combinations *= each;
            all += combinations;
        }
        return all;
    }
}
