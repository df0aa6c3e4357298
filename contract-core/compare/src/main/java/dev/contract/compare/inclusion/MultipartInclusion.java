package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import dev.contract.core.matching.multipart.PartHeaders;
import dev.contract.core.matching.multipart.PartNames;
import dev.contract.core.model.RulePath;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartReader;
import dev.contract.core.multipart.MultipartSyntaxException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether all multipart bodies that one expectation accepts are accepted by another: part by part, as they are matched. One comparison.
 *
 * <p>What is accepted where names tell the expected parts apart has just these names, so their order does not count.
 */
final class MultipartInclusion {
    private static final String NOTHING = "nothing";
    private static final String REASON =
            "parts of this type are followed only where the same is expected, and no body shows it";

    /** Headers that tell how the contents are written, which a body that is made here writes as they are. */
    private static final Set<String> OF_WRITING = Set.of("content-transfer-encoding", "content-length");

    /** A part as it is expected. */
    private record Part(MultipartPart part, ExpectedBody contents) {
        boolean isSame(Part other) {
            return part.contentType().equals(other.part.contentType()) && contents.isSame(other.contents);
        }

        /** Of another kind of part only the same is known to be compared in the same way: a part that declares nothing may be anything. */
        boolean isFollowed() {
            return contents.isDeclared() && !contents.type().isMultipart();
        }

        @Override
        public String toString() {
            return "a part of type " + contents.type().base();
        }
    }

    private final ExpectedBody inner;
    private final Map<String, Part> own;
    private final Map<String, Part> wanted;
    private final List<Difference<Body>> found = new ArrayList<>();

    private MultipartInclusion(ExpectedBody inner, Map<String, Part> own, Map<String, Part> wanted) {
        this.inner = inner;
        this.own = own;
        this.wanted = wanted;
    }

    /** Empty when they cannot be compared part by part. */
    static Optional<List<Difference<Body>>> differences(ExpectedBody inner, ExpectedBody outer) {
        try {
            List<MultipartPart> own = read(inner);
            List<MultipartPart> wanted = read(outer);
            boolean named = PartNames.tellApart(own);
            Budget.spend((long) own.size() * (1 + inner.rules().size())
                    + (long) wanted.size() * (1 + outer.rules().size()));
            boolean comparable = !Budget.isSpent()
                    && named == PartNames.tellApart(wanted)
                    && (inner.hasSameBoundary(outer) || inner.isAlwaysMultipart());
            return comparable
                    ? Optional.of(new MultipartInclusion(inner, parts(own, named, inner), parts(wanted, named, outer))
                            .found())
                    : Optional.empty();
        } catch (MultipartSyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<MultipartPart> read(ExpectedBody body) {
        return MultipartReader.read(
                body.body().bytes(), body.type().parameter("boundary").orElse(null));
    }

    /** By their places. */
    private static Map<String, Part> parts(List<MultipartPart> parts, boolean named, ExpectedBody whole) {
        Map<String, Part> byPlace = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            MultipartPart part = parts.get(i);
            String place = "$" + (named ? RulePath.step(part.name().orElse("")) : "[" + i + "]");
            byPlace.put(place, new Part(part, whole.part(part, i)));
        }
        return byPlace;
    }

    private List<Difference<Body>> found() {
        wanted.forEach((place, part) -> {
            Part here = own.get(place);
            if (here == null) {
                add(place, NOTHING, part.toString(), REASON, List.of(inner.body()));
            } else {
                compare(place, here, part);
            }
        });
        own.forEach((place, part) -> {
            if (!wanted.containsKey(place)) {
                add(place, part.toString(), NOTHING, REASON, List.of(inner.body()));
            }
        });
        return found;
    }

    private void add(String path, String here, String there, String reason, List<Body> candidates) {
        found.add(new Difference<>(path, here, there, reason, candidates));
    }

    private void compare(String place, Part here, Part there) {
        if (!PartHeaders.have(there.part(), here.part())) {
            add(place, here.toString(), there + " with other headers", REASON, List.of(inner.body()));
        }
        if (here.isSame(there)) {
            return;
        }
        List<Difference<Body>> inside = BodyInclusion.differences(here.contents(), there.contents());
        boolean isDecided = here.isFollowed() && there.isFollowed();
        if (inside.isEmpty() && !isDecided) {
            inside = BodyInclusion.opaque(here.contents(), there.contents());
        }
        for (Difference<Body> each : inside) {
            add(
                    place + each.path().substring(1),
                    each.inner(),
                    each.outer(),
                    each.reason(),
                    bodies(place, each.candidates()));
        }
    }

    /** Whole bodies, with other contents of one part. */
    private List<Body> bodies(String place, List<Body> contents) {
        List<Body> bodies = new ArrayList<>(List.of(inner.body()));
        for (Body each : contents) {
            Budget.spend(inner.body().bytes().length);
            if (!Budget.isSpent()) {
                bodies.add(Body.of(
                        written(place, each.bytes()), inner.body().contentType().orElse(null)));
            }
        }
        return bodies;
    }

    private byte[] written(String changed, byte[] contents) {
        String boundary = "--" + inner.type().parameter("boundary").orElse("");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        own.forEach((place, part) -> {
            StringBuilder head = new StringBuilder(boundary + "\r\n");
            part.part().headers().forEach((name, values) -> {
                if (!OF_WRITING.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> head.append(name + ": " + value + "\r\n"));
                }
            });
            written.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            written.writeBytes(
                    place.equals(changed) ? contents : part.contents().body().bytes());
            written.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        written.writeBytes((boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return written.toByteArray();
    }
}
