package dev.contract.broker.api;

import dev.contract.broker.domain.Slice;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The page that a request asks for; without one it asks for everything. */
record Paging(boolean asked, long number, long size) {
    private static final long DEFAULT_SIZE = 100;

    static Paging of(Call call) {
        Optional<Long> number = positive(call, "page").or(() -> positive(call, "pageNumber"));
        Optional<Long> size = positive(call, "size").or(() -> positive(call, "pageSize"));
        return new Paging(number.isPresent() || size.isPresent(), number.orElse(1L), size.orElse(DEFAULT_SIZE));
    }

    private static Optional<Long> positive(Call call, String name) {
        return call.query(name).map(text -> parse(name, text));
    }

    private static long parse(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Failure.of(400, "The query parameter " + name + " must be a whole number of at least 1.");
        }
        return Long.parseLong(text);
    }

    /** The same page, for lists that are never sent whole. */
    Paging always() {
        return new Paging(true, number, size);
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
        long pages = (total + size - 1) / size;
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

    private String page(Call call, long other) {
        return call.self() + "?page=" + other + "&size=" + size;
    }
}
