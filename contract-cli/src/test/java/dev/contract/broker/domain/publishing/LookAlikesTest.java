package dev.contract.broker.domain.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.store.SqlStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookAlikesTest {
    @TempDir
    private Path directory;

    private static Pacticipants listening(Pacticipants known, List<String> asked) {
        return (Pacticipants) Proxy.newProxyInstance(
                Pacticipants.class.getClassLoader(),
                new Class<?>[] {Pacticipants.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(known, arguments);
                });
    }

    @Test
    void are_looked_for_among_all_applications_that_are_read_once() {
        List<String> asked = new ArrayList<>();
        List<PacticipantName> names = IntStream.range(0, 50)
                .mapToObj(each -> new PacticipantName("new " + each))
                .toList();
        try (SqlStore store = SqlStore.open(directory.resolve("broker.db"))) {
            boolean done = store.write(kept -> {
                kept.pacticipants().ensure(new PacticipantName("OrderService"), Instant.EPOCH);
                LookAlikes.check(names, listening(kept.pacticipants(), asked));
                assertThatThrownBy(
                                () -> LookAlikes.check(List.of(new PacticipantName("orders-api")), kept.pacticipants()))
                        .isInstanceOf(Refusal.class)
                        .hasMessageStartingWith(
                                "BROKER-CONFLICT  There is no application \"orders-api\", but there is \"OrderService\".");
                return true;
            });

            assertThat(done).isTrue();
        }
        assertThat(asked).containsOnlyOnce("all");
    }
}
