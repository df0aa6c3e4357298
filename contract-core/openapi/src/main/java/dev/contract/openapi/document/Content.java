package dev.contract.openapi.document;

import dev.contract.core.body.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The types that a body may have.
 *
 * @param types in the order of the document; none when there is to be no body
 */
public record Content(List<MediaType> types) {
    static final Content NONE = new Content(List.of());

    public Content {
        types = List.copyOf(types);
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** The ranges as the document has them. */
    public List<String> ranges() {
        return types.stream().map(MediaType::range).toList();
    }

    /**
     * What the document says of a type: the entry with the same parameters, with the same type, with a range of types that has it, in
     * this order; empty when it knows nothing of it.
     */
    public Optional<MediaType> of(ContentType type) {
        String base = type.base();
        String group = base.substring(0, base.indexOf('/')) + "/*";
        return Stream.of(type.toString(), base, suffixed(base), group, "*/*")
                .flatMap(wanted -> types.stream().filter(each -> isSame(each.range(), wanted)))
                .findFirst()
                .or(() -> types.stream()
                        .filter(each -> ContentType.parse(each.range())
                                .filter(known -> known.base().equals(base))
                                .isPresent())
                        .findFirst());
    }

    /** {@code application/*+json}, which the specifications do not have, but documents do. */
    private static String suffixed(String base) {
        int plus = base.lastIndexOf('+');
        return plus < 0 ? base : base.substring(0, base.indexOf('/')) + "/*" + base.substring(plus);
    }

    private static boolean isSame(String range, String wanted) {
        return bare(range).equals(bare(wanted));
    }

    private static String bare(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
