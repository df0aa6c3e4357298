package dev.contract.compare;

import java.util.Collection;
import java.util.Comparator;

/** What a provider owes by a new contract, beside what it owed by the old one; the later constant weighs more. */
public enum Duty {
    /** The same. */
    SAME("owes the same"),
    /** Less: whatever honoured the old one honours the new one, too. */
    LESS("owes less"),
    /** Nobody can say, and so nobody may rely on its being no more. */
    UNKNOWN("may owe more"),
    /** More: this breaks a provider that does no more than it did. */
    MORE("owes more");

    private final String words;

    Duty(String words) {
        this.words = words;
    }

    /** For sentences whose subject is the provider: {@code owes more}. */
    public String words() {
        return words;
    }

    /** Whether a provider that honours the old contract is proven to honour the new one. */
    public boolean isSafe() {
        return this == SAME || this == LESS;
    }

    /** The heaviest of all; {@link #SAME} of none. */
    static Duty heaviest(Collection<Duty> duties) {
        return duties.stream().max(Comparator.naturalOrder()).orElse(SAME);
    }
}
