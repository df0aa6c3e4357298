package dev.contract.consumer;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a multipart body, with a name and contents of its own type; made by {@link Matchers#part} and {@link Matchers#partLike}.
 *
 * <pre>{@code
 * multipart(part("user", json(object("name", like("Alice")))),
 *         partLike("avatar", "image/png", bytes).fileName("me.png"))
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Part {
    private final String name;
    private final @Nullable String fileName;
    private final Contents contents;

    Part(String name, @Nullable String fileName, Contents contents) {
        this.name = quotable("name", name);
        this.fileName = fileName;
        this.contents = contents;
    }

    /** This part as an uploaded file of that name. */
    public Part fileName(String file) {
        return new Part(name, quotable("file name", file), contents);
    }

    private static String quotable(String what, String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\')) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the " + what + " of a part cannot be written")
                    .found(Quoted.text(text))
                    .mend("use no quotes, backslashes or control characters, and at least one other"));
        }
        return text;
    }

    String name() {
        return name;
    }

    /** Writes head and contents; rules and generators go into the draft, below the part's name. */
    void write(ByteArrayOutputStream out, Draft draft) {
        ContentType type = contents.type(null);
        Draft own = new Draft();
        Body body = contents.write(type, own);
        draft.add(own, RulePath.ROOT.then(new Field(name)));
        String file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
        out.writeBytes(("Content-Disposition: form-data; name=\"" + name + "\"" + file + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body.bytes());
    }

    /** Stands in none of the parts, and is the same for equal ones. */
    static String boundary(List<Part> parts) {
        String all = new String(written(parts, "", new Draft()), StandardCharsets.ISO_8859_1);
        String boundary = "contract-part";
        for (int i = 1; all.contains(boundary); i++) {
            boundary = "contract-part-" + i;
        }
        return boundary;
    }

    /** All parts as one body. */
    static byte[] written(List<Part> parts, String boundary, Draft draft) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes(("--" + boundary + "\r\n").getBytes(StandardCharsets.UTF_8));
            part.write(out, draft);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
