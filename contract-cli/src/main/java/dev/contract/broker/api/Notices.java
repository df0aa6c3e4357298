package dev.contract.broker.api;

import dev.contract.broker.domain.Notice;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Notices as clients read them. */
final class Notices {
    private Notices() {}

    static JsonArray json(List<Notice> notices) {
        return JsonArray.of(notices.stream().map(Notices::json).toList());
    }

    static JsonObject json(Notice notice) {
        return JsonObject.builder()
                .put("type", notice.tone().name().toLowerCase(Locale.ROOT))
                .put("level", level(notice.tone()))
                .put("text", notice.text())
                .build();
    }

    /** One large client reads levels, and shows nothing that has none. */
    private static String level(Notice.Tone tone) {
        return switch (tone) {
            case DEBUG, INFO, SUCCESS -> "info";
            case PROMPT -> "prompt";
            case WARNING -> "warn";
            case ERROR, DANGER -> "error";
        };
    }
}
