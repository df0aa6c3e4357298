package dev.contract.samples.immunizationdecider;

import java.time.LocalDate;

/**
 * One that somebody had.
 *
 * @param vaccine as the history names it; it knows more kinds than are decided on here
 */
record Immunization(String vaccine, LocalDate date) {}
