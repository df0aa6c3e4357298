package dev.contract.broker;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by a second whenever it is looked at: what happens later is later. */
final class TickingClock extends Clock {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong seconds = new AtomicLong();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return START.plusSeconds(seconds.getAndIncrement());
    }
}
