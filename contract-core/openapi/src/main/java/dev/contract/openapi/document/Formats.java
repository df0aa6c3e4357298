package dev.contract.openapi.document;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The formats that OpenAPI adds to those of JSON Schema; integers of 32 and 64 bits are bounds instead. */
final class Formats {
    private Formats() {}

    /** With those of the user, which win. */
    static Map<String, Predicate<String>> with(Map<String, Predicate<String>> own) {
        Map<String, Predicate<String>> formats = new HashMap<>();
        formats.put("byte", Formats::isBase64);
        formats.putAll(own);
        return formats;
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getMimeDecoder().decode(text);
            return text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+/=\r\n".indexOf(c) >= 0));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
