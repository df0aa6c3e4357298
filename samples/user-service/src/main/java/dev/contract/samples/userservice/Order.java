package dev.contract.samples.userservice;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An order as the order service tells it, as far as this service reads it. */
record Order(@JsonProperty("order_id") String orderId, String item) {}
