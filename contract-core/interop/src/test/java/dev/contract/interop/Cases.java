package dev.contract.interop;

import java.util.List;
import java.util.stream.Stream;

/** The table: what is good and what is spoiled, whoever says and whoever judges it. */
final class Cases {
    static final List<Case> ALL = Stream.of(JsonCases.ALL, OtherBodyCases.ALL, PartCases.ALL, MessageCases.ALL)
            .flatMap(List::stream)
            .toList();

    private Cases() {}

    static Case named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case is named " + name));
    }
}
