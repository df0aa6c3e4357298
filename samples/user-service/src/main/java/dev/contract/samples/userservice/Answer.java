package dev.contract.samples.userservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What the service answers: always JSON. */
record Answer(int status, Object body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer error(int status, String message) {
        return new Answer(status, Map.of("error", message));
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
