package dev.contract.broker.directory;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.core.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A contract as it lies in its folder, to be read by people.
 *
 * @param name who has it with whom, for people, and the digest of the text: one name never stands for two texts
 * @param text indented, ended by a line end
 */
record PactFile(String name, String text) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{3,81}-[0-9a-f]{40}\\.json");
    private static final int DIGEST_LENGTH = 40;
    private static final int LONGEST = 40;

    static PactFile of(Fact.Published fact) {
        String text = JsonWriter.pretty(fact.content().document()) + "\n";
        return new PactFile(
                readable(fact.consumer().application()) + "-" + readable(fact.provider()) + "-" + digest(text)
                        + ".json",
                text);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether the text is the one that was written under this name. */
    static boolean isUnchanged(String name, String text) {
        return name.endsWith("-" + digest(text) + ".json");
    }

    /** Without all that any file system or shell has an opinion on. */
    private static String readable(PacticipantName name) {
        String plain = name.value().replaceAll("[^A-Za-z0-9_-]", "_").replaceFirst("^-", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    /** Git may give a file other line ends on another system. */
    private static String digest(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
