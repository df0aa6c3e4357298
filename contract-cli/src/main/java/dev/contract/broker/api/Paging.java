package dev.contract.broker.api;

import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.page.Pager;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that a request asks for; without one it asks for everything. */
record Paging(boolean asked, long number, long size) {
    private static final long USUAL_SIZE = 100;

    /** How much anybody gets at once of a list that is never sent whole. */
    private static final long LARGEST_SIZE = 500;

    static Paging of(Call call) {
        Optional<Long> number = positive(call, "page", "pageNumber");
        Optional<Long> size = positive(call, "size", "pageSize");
        return new Paging(number.isPresent() || size.isPresent(), number.orElse(1L), size.orElse(USUAL_SIZE));
    }

    /** Of a list that is never sent whole. */
    static Paging always(Call call, long usualSize) {
        Paging wanted = of(call);
        boolean sized = positive(call, "size", "pageSize").isPresent();
        return new Paging(true, wanted.number(), sized ? Math.min(wanted.size(), LARGEST_SIZE) : usualSize);
    }

    static Paging always(Call call) {
        return always(call, USUAL_SIZE);
    }

    private static Optional<Long> positive(Call call, String name, String otherName) {
        String given = call.query(name).isPresent() ? name : otherName;
        return call.query(given).map(text -> parse(given, text));
    }

    private static long parse(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.invalid(name, "must be a whole number from 1 to 999999999");
        }
        return Long.parseLong(text);
    }

    Slice slice() {
        return asked ? new Slice((number - 1) * size, size) : Slice.ALL;
    }

    <T> List<T> cut(List<T> all) {
        Slice slice = slice();
        int from = (int) Math.min(all.size(), slice.offset());
        int to = (int) Math.min(all.size(), slice.offset() + Math.min(slice.limit(), all.size()));
        return all.subList(from, to);
    }

    /** Adds what a client needs to walk on. */
    void describe(Hal hal, Call call, long total) {
        if (!asked) {
            return;
        }
        long pages = pages(total);
        hal.put(
                "page",
                JsonObject.builder()
                        .put("number", number)
                        .put("size", size)
                        .put("totalElements", total)
                        .put("totalPages", pages)
                        .build());
        if (number < pages) {
            hal.link("next", page(call, number + 1));
        }
        if (number > 1) {
            hal.link("previous", page(call, number - 1));
        }
    }

    private long pages(long total) {
        return (total + size - 1) / size;
    }

    /** What a reader needs to walk on. */
    Pager pager(Call call, long total) {
        long pages = pages(total);
        return new Pager(
                number,
                pages,
                total,
                number > 1 ? page(call, number - 1) : "",
                number < pages ? page(call, number + 1) : "");
    }

    /** The other parameters stay: a page of what was searched is followed by the next one of it. */
    private String page(Call call, long other) {
        Map<String, List<@Nullable String>> parameters =
                new LinkedHashMap<>(call.request().query().toMap());
        List.of("page", "size", "pageNumber", "pageSize").forEach(parameters::remove);
        parameters.put("page", List.of(String.valueOf(other)));
        parameters.put("size", List.of(String.valueOf(size)));
        return call.self() + "?" + Query.of(parameters).encoded();
    }
}
