package dev.contract.consumer;

import java.util.Locale;

/** How a UUID is written. */
public enum UuidFormat {
    /** 32 hexadecimal digits: {@code e2490de55bd343d5b7c4526e33f71304}. */
    SIMPLE("simple", "[0-9a-f]{32}") {
        @Override
        String write(String uuid) {
            return uuid.replace("-", "");
        }
    },
    /** With hyphens, in lower case: {@code e2490de5-5bd3-43d5-b7c4-526e33f71304}. */
    HYPHENATED("lower-case-hyphenated", hyphenated("[0-9a-f]")) {
        @Override
        String write(String uuid) {
            return uuid;
        }
    },
    /** With hyphens, in upper case: {@code E2490DE5-5BD3-43D5-B7C4-526E33F71304}. */
    UPPER_CASE("upper-case-hyphenated", hyphenated("[0-9A-F]")) {
        @Override
        String write(String uuid) {
            return uuid.toUpperCase(Locale.ROOT);
        }
    },
    /** As a name of RFC 4122: {@code urn:uuid:e2490de5-5bd3-43d5-b7c4-526e33f71304}. */
    URN("URN", "urn:uuid:" + hyphenated("[0-9a-f]")) {
        @Override
        String write(String uuid) {
            return "urn:uuid:" + uuid;
        }
    };

    private final String name;
    private final String regex;

    UuidFormat(String name, String regex) {
        this.name = name;
        this.regex = regex;
    }

    private static String hyphenated(String digit) {
        return digit + "{8}-" + digit + "{4}-" + digit + "{4}-" + digit + "{4}-" + digit + "{12}";
    }

    /** The name in contract files. */
    String inFiles() {
        return name;
    }

    String regex() {
        return regex;
    }

    /** A UUID in this format; as {@link java.util.UUID} writes it, it is handed in. */
    abstract String write(String uuid);
}
