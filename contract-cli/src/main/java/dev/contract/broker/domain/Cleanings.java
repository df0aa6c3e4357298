package dev.contract.broker.domain;

import java.time.Instant;
import java.util.List;

/** What removing old things needs beyond the other ports, all of it in portions. */
public interface Cleanings {

    /**
     * Takes a lock that all brokers on this database know, or takes it again.
     *
     * @param until when it is free again if its holder is gone
     * @return false while another holds it
     */
    boolean take(String lock, String holder, Instant now, Instant until);

    /** True if it was held by this one. */
    boolean release(String lock, String holder);

    /** How many rows hang on a version: its pacts, its results, and itself. */
    long rowsOf(Version version);

    /** The contents that have neither a publication nor a result, by key. */
    List<Long> unusedContents();

    /** Removes contents, of a list as above, unless they are in use now; how many there were. */
    int removeContents(List<Long> unused);

    /**
     * The results before an instant that a newer one of the same content and provider version stands for, by number. A success is none of
     * them unless there is an earlier one: since when a content passed is never forgotten.
     */
    List<Long> overwrittenResults(Instant before);

    int removeResults(List<Long> overwritten);

    /** The triggered webhooks of before an instant that are over, but the newest of each pair, webhook and event, by key. */
    List<Long> finishedDeliveries(Instant before);

    int removeDeliveries(List<Long> finished);

    /** The documents of providers that no version has any longer, by key. */
    List<Long> unusedDocuments();

    /** Removes documents, of a list as above, unless they are in use now; how many there were. */
    int removeDocuments(List<Long> unused);
}
