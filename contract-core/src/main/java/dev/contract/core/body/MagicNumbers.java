package dev.contract.core.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types of files that are told by their first bytes, whatever they are called. */
final class MagicNumbers {
    private static final int ENTRY_NAMES = 8192;
    private static final int TAR_MARK = 257;

    /** Where bytes stand in files of a type, one character per byte. */
    private record Magic(int offset, String bytes, ContentType type) {}

    private static final List<Magic> MAGIC = List.of(
            magic("\u00ff\u00d8\u00ff", "image/jpeg"),
            magic("\u0089PNG\r\n\u001a\n", "image/png"),
            magic("GIF87a", "image/gif"),
            magic("GIF89a", "image/gif"),
            magic("II*\0", "image/tiff"),
            magic("MM\0*", "image/tiff"),
            magic("\0\0\u0001\0", "image/vnd.microsoft.icon"),
            magic("8BPS", "image/vnd.adobe.photoshop"),
            magic("%PDF-", "application/pdf"),
            magic("%!PS", "application/postscript"),
            magic("{\\rtf", "application/rtf"),
            magic("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
            magic("PK\u0005\u0006", "application/zip"),
            magic("\u001f\u008b", "application/gzip"),
            magic("BZh", "application/x-bzip2"),
            magic("\u00fd7zXZ\0", "application/x-xz"),
            magic("(\u00b5/\u00fd", "application/zstd"),
            magic("7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
            magic("Rar!\u001a\u0007", "application/vnd.rar"),
            magic("ID3", "audio/mpeg"),
            magic("OggS", "application/ogg"),
            magic("fLaC", "audio/flac"),
            magic("MThd", "audio/midi"),
            magic("\u001aE\u00df\u00a3", "video/webm"),
            magic("wOFF", "font/woff"),
            magic("wOF2", "font/woff2"),
            magic("OTTO", "font/otf"),
            magic("\0\u0001\0\0\0", "font/ttf"),
            magic("\0asm", "application/wasm"),
            magic("SQLite format 3\0", "application/vnd.sqlite3"),
            magic("PAR1", "application/vnd.apache.parquet"),
            magic("Obj\u0001", "application/avro"),
            new Magic(TAR_MARK, "ustar", ContentType.of("application/x-tar")));

    /** The type inside a RIFF container stands at byte 8. */
    private static final Map<String, ContentType> RIFF = Map.of(
            "WEBP", ContentType.of("image/webp"),
            "WAVE", ContentType.of("audio/wav"),
            "AVI ", ContentType.of("video/x-msvideo"));

    private static final ContentType MP4 = ContentType.of("video/mp4");

    /** The brand of an MP4 file stands at byte 8; others are videos. */
    private static final Map<String, ContentType> BRANDS = Map.of(
            "qt  ", ContentType.of("video/quicktime"),
            "M4A ", ContentType.of("audio/mp4"),
            "heic", ContentType.of("image/heic"),
            "heix", ContentType.of("image/heic"),
            "mif1", ContentType.of("image/heif"),
            "avif", ContentType.of("image/avif"));

    private static final ContentType ZIP = ContentType.of("application/zip");
    private static final ContentType JAR = ContentType.of("application/java-archive");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** The folders that make a zip an office document. */
    private static final Map<String, ContentType> OFFICE_FOLDERS = Map.of(
            "word/", ContentType.of(OFFICE + "wordprocessingml.document"),
            "xl/", ContentType.of(OFFICE + "spreadsheetml.sheet"),
            "ppt/", ContentType.of(OFFICE + "presentationml.presentation"));

    private static final ContentType BMP = ContentType.of("image/bmp");
    private static final ContentType MP3 = ContentType.of("audio/mpeg");
    private static final ContentType AAC = ContentType.of("audio/aac");

    private MagicNumbers() {}

    /** The type of bytes that have a known start; empty when they have none. */
    static Optional<ContentType> find(byte[] bytes) {
        String start = text(bytes, 0, TAR_MARK + 8);
        for (Magic magic : MAGIC) {
            if (start.startsWith(magic.bytes(), magic.offset())) {
                return Optional.of(magic.type());
            }
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of(zipped(bytes));
        }
        if (start.startsWith("RIFF") && start.length() >= 12) {
            return Optional.ofNullable(RIFF.get(start.substring(8, 12)));
        }
        if (start.startsWith("ftyp", 4) && start.length() >= 12) {
            return Optional.of(BRANDS.getOrDefault(start.substring(8, 12), MP4));
        }
        return ofFewBits(start);
    }

    private static String text(byte[] bytes, int from, int length) {
        int start = Math.max(0, from);
        return new String(bytes, start, Math.max(0, Math.min(bytes.length - start, length)), ISO_8859_1);
    }

    /** What begins too much like a text to be told by two bytes alone, or has numbers among its first bits. */
    private static Optional<ContentType> ofFewBits(String start) {
        if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
            return Optional.of(BMP);
        }
        if (start.length() < 2 || start.charAt(0) != 0xFF) {
            return Optional.empty();
        }
        int second = start.charAt(1);
        if ((second & 0xE6) == 0xE2) {
            return Optional.of(MP3);
        }
        return (second & 0xF6) == 0xF0 ? Optional.of(AAC) : Optional.empty();
    }

    /** Many types are zip files, told by the names of what is in them, or by a first entry that says so. */
    private static ContentType zipped(byte[] bytes) {
        String start = text(bytes, 0, ENTRY_NAMES);
        if (start.startsWith("mimetype", 30)) {
            return declaredInside(start);
        }
        if (start.startsWith("META-INF/", 30)) {
            return JAR;
        }
        String names = start + text(bytes, bytes.length - ENTRY_NAMES, ENTRY_NAMES);
        if (names.contains("[Content_Types].xml")) {
            for (Map.Entry<String, ContentType> folder : OFFICE_FOLDERS.entrySet()) {
                if (names.contains(folder.getKey())) {
                    return folder.getValue();
                }
            }
        }
        return ZIP;
    }

    /** E-books and documents of OpenOffice hold their type as their first entry, not compressed. */
    private static ContentType declaredInside(String start) {
        int from = 38;
        int end = from;
        while (end < start.length()
                && (Character.isLetterOrDigit(start.charAt(end)) || "/.+-".indexOf(start.charAt(end)) >= 0)) {
            end++;
        }
        String declared = start.substring(from, end).toLowerCase(Locale.ROOT);
        // the next entry follows without a gap, and begins with these two letters
        String type = declared.endsWith("pk") ? declared.substring(0, declared.length() - 2) : declared;
        return ContentType.parse(type).orElse(ZIP);
    }

    private static Magic magic(String start, String type) {
        return new Magic(0, start, ContentType.of(type));
    }
}
