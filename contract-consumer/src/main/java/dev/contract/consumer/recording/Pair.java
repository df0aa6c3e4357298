package dev.contract.consumer.recording;

import dev.contract.core.model.Contract;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A consumer and a provider: what a contract is between. Immutable. */
record Pair(String consumer, String provider) {

    static Pair of(Contract contract) {
        return new Pair(contract.consumer(), contract.provider());
    }

    /** As the Pact tools name it: {@code order-service-user-service.json}. */
    String fileName() {
        return safe(consumer) + "-" + safe(provider) + ".json";
    }

    /** Names are free text; what a file system or a shell may stumble over becomes {@code _}. */
    private static String safe(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
        return safe.startsWith(".") ? "_" + safe.substring(1) : safe;
    }

    /** A name that no other name shares. */
    static String unique(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
    }

    @Override
    public String toString() {
        return "\"" + consumer + "\" with \"" + provider + "\"";
    }
}
