/**
 * What came to a stub and what it answered: the latest exchanges, for tests to look into.
 *
 * <p>In: requests as the {@code stub} receives them and responses as it sends them, by a {@link dev.contract.consumer.journal.JournalKeeper}.
 * Out: a {@link dev.contract.consumer.journal.Journal} of {@link dev.contract.consumer.journal.Exchange}s, which can be waited for and is
 * bounded in number and bytes, and listeners that are told of each. Judges nothing and knows no socket. Start reading at
 * {@link dev.contract.consumer.journal.Journal}.
 */
@NullMarked
package dev.contract.consumer.journal;

import org.jspecify.annotations.NullMarked;
