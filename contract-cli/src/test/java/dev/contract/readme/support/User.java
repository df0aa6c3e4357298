package dev.contract.readme.support;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A user as the user service tells of it. */
public record User(@JsonProperty("user_id") String userId, boolean exists, String name) {}
