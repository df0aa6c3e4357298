package dev.contract.provider;

import java.util.regex.Pattern;

/** Texts as words of a POSIX shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** A word that means exactly this text, on one line; control characters need the {@code $'…'} of bash, zsh and ksh. */
    static String word(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return ansi(text);
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String ansi(String text) {
        StringBuilder word = new StringBuilder("$'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> word.append("\\n");
                case '\r' -> word.append("\\r");
                case '\t' -> word.append("\\t");
                case '\'' -> word.append("\\'");
                case '\\' -> word.append("\\\\");
                default -> word.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return word.append("'").toString();
    }

    /** The format of a {@code printf} that writes these bytes. */
    static String printf(byte[] bytes) {
        StringBuilder format = new StringBuilder("printf '");
        for (byte b : bytes) {
            boolean plain = b > ' ' && b < 0x7F && b != '\'' && b != '\\' && b != '%';
            format.append(plain ? String.valueOf((char) b) : String.format("\\%03o", b & 0xFF));
        }
        return format.append("'").toString();
    }
}
