package dev.contract.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a cell says of a body.
 *
 * @param body declares the type that the cell gives it: none for text that stands there as it is
 */
record Content(Body body) {
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "xml", "application/xml",
            "html", "text/html",
            "txt", "text/plain",
            "jpg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "pdf", "application/pdf");

    /** {@code file: basic.json}, {@code JSON: {…}}, {@code XML: <…>}, {@code EMPTY}, or a text. */
    static Content of(String cell) {
        if (cell.equals("EMPTY")) {
            return new Content(Body.EMPTY);
        }
        int colon = cell.indexOf(':');
        String rest = cell.substring(colon + 1).strip();
        return switch (colon < 0 ? "" : cell.substring(0, colon)) {
            case "file" -> file(rest);
            case "JSON" -> new Content(Body.text(rest, ContentType.JSON));
            case "XML" -> new Content(Body.text(rest, ContentType.XML));
            default -> new Content(Body.text(cell, null));
        };
    }

    /** A document by its name, with or without {@code file:}, as {@code "basic"} for {@code basic.json}. */
    static Content document(String name) {
        String file = name.replaceFirst("^file: *", "");
        return file(file.contains(".") ? file : file + ".json");
    }

    private static Content file(String name) {
        if (name.endsWith("-body.xml")) {
            return described(Fixtures.bytes(name));
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new Content(Body.of(Fixtures.bytes(name), ContentType.of(type)));
    }

    /** A body description: type, encoding and line ends stand beside the contents. */
    private static Content described(byte[] description) {
        Element root = xml(description).getDocumentElement();
        Element contents = child(root, "contents");
        String text = text(contents);
        if (contents.getAttribute("eol").equals("CRLF")) {
            text = text.replace("\n", "\r\n");
        }
        byte[] bytes = contents.getAttribute("encoding").equals("base64")
                ? Base64.getMimeDecoder().decode(text)
                : text.getBytes(UTF_8);
        String type = child(root, "contentType").getTextContent().strip();
        return new Content(Body.of(bytes, ContentType.of(type)));
    }

    private static Document xml(byte[] text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text));
        } catch (Exception e) {
            throw new IllegalStateException("a body description is no XML", e);
        }
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    /** What stands around a CDATA section is layout. */
    private static String text(Element contents) {
        for (Node each = contents.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof CDATASection section) {
                return section.getData();
            }
        }
        return contents.getTextContent().strip();
    }

    /** Whether a body says the same: JSON in any layout, all else byte for byte. */
    boolean isIn(Body other) {
        boolean json = body.contentType().filter(ContentType::isJson).isPresent();
        return json
                ? JsonReader.read(body.bytes()).equals(JsonReader.read(other.bytes()))
                : Arrays.equals(body.bytes(), other.bytes());
    }
}
