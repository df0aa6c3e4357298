package dev.contract.samples.immunizationdecider;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** What can be had, and the rules for it. They are made up. */
enum Vaccine {
    COVID19(5, 180),
    INFLUENZA(1, 270),
    TDAP(11, 3650);

    private final int youngest;
    private final int pause;

    /**
     * @param youngest age in years from which on it is given
     * @param pause days that have to pass after the last one
     */
    Vaccine(int youngest, int pause) {
        this.youngest = youngest;
        this.pause = pause;
    }

    boolean isAvailable(LocalDate birth, Collection<Immunization> history, LocalDate today) {
        return ChronoUnit.YEARS.between(birth, today) >= youngest
                && history.stream()
                        .filter(each -> each.vaccine().equals(name()))
                        .allMatch(each -> ChronoUnit.DAYS.between(each.date(), today) >= pause);
    }
}
