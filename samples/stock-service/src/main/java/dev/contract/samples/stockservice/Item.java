package dev.contract.samples.stockservice;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something that a shop sells, and how many of it are left. */
record Item(
        @JsonProperty("item_id") long id,
        String name,
        @JsonProperty("in_stock") int inStock) {}
