package dev.contract.samples.stockservice;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Some of an item, kept for a customer. */
record Reservation(
        @JsonProperty("reservation_id") long id,
        @JsonProperty("item_id") long itemId,
        int count) {}
