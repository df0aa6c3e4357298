package dev.contract.broker.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that pages refer to. Its address names its content, so that browsers may keep it for ever. Thread-safe. */
public final class Asset {
    /** Where they are. */
    public static final String FOLDER = "/assets/";

    private static final int DIGITS = 12;

    static final Asset STYLE = new Asset("broker", ".css", "text/css;charset=utf-8");
    static final Asset ICON = new Asset("icon", ".svg", "image/svg+xml");

    private final String type;
    private final byte[] bytes;
    private final String name;

    private Asset(String stem, String suffix, String type) {
        this.type = type;
        this.bytes = read(stem + suffix);
        this.name = stem + "-" + digest(bytes) + suffix;
    }

    private static byte[] read(String file) {
        try (InputStream stream = Asset.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not beside this class");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The asset of a file name; empty for one whose content is another by now. */
    public static Optional<Asset> named(String name) {
        return Stream.of(STYLE, ICON).filter(each -> each.name.equals(name)).findFirst();
    }

    String path() {
        return FOLDER + name;
    }

    public String type() {
        return type;
    }

    /** Not a copy: callers must not change them. */
    public byte[] bytes() {
        return bytes;
    }
}
