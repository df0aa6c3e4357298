package dev.contract.samples.orderservice;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something a user ordered. */
record Order(
        @JsonProperty("order_id") String orderId,
        @JsonProperty("user_id") String userId,
        String item) {}
