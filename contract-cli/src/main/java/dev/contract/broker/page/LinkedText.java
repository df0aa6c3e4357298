package dev.contract.broker.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which addresses of http and https lead where they say; nothing else in it becomes a link. */
public record LinkedText(List<Ref> parts) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>`{}|\\\\^]{1,2000}");

    /** What ends a sentence rather than an address. */
    private static final Pattern END = Pattern.compile("[.,;:!?)\\]]+$");

    public LinkedText {
        parts = List.copyOf(parts);
    }

    public static LinkedText of(String text) {
        List<Ref> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int plain = 0;
        while (found.find()) {
            String address = END.matcher(found.group()).replaceFirst("");
            if (found.start() > plain) {
                parts.add(Ref.none(text.substring(plain, found.start())));
            }
            parts.add(new Ref(address, address));
            plain = found.start() + address.length();
        }
        if (plain < text.length()) {
            parts.add(Ref.none(text.substring(plain)));
        }
        return new LinkedText(parts);
    }
}
