package dev.contract.broker.page.contract;

import dev.contract.core.problem.Shortened;

/** How much one page may still show, however large the contract is. One thread at a time. */
public final class Allowance {
    private static final int LONGEST_TEXT = 2_000;

    private int lines;
    private int characters;
    private boolean exceeded;

    public Allowance(int lines, int characters) {
        this.lines = lines;
        this.characters = characters;
    }

    /** What a browser shows without a thought. */
    public static Allowance ofPage() {
        return new Allowance(6_000, 1_000_000);
    }

    /** Whether one more line may be shown; it counts as shown then. */
    boolean takesLine() {
        if (lines <= 0 || characters <= 0) {
            exceeded = true;
            return false;
        }
        lines--;
        return true;
    }

    /** As much of a text as may be shown. */
    String cut(String text) {
        int most = Math.max(0, Math.min(LONGEST_TEXT, characters));
        if (text.length() > most) {
            exceeded = true;
        }
        String shown = Shortened.to(Math.max(1, most), text);
        characters -= shown.length();
        return shown;
    }

    /** Whether something was left out. */
    public boolean isExceeded() {
        return exceeded;
    }

    /** What was left out elsewhere counts here, too. */
    void exceed() {
        exceeded = true;
    }
}
