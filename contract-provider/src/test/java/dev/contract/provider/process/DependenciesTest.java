package dev.contract.provider.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    /** Lines of a name, a colon and the names it depends on. */
    private static Dependencies of(String... lines) {
        Map<String, Set<String>> before = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", -1);
            before.put(
                    parts[0],
                    parts[1].isBlank()
                            ? Set.of()
                            : new LinkedHashSet<>(List.of(parts[1].strip().split(" "))));
        }
        return new Dependencies(before);
    }

    @Test
    void those_depended_on_come_first() {
        assertThat(of("web: orders users", "orders: users db", "users: db", "db:", "mail:")
                        .inOrder())
                .containsExactly("db", "mail", "users", "orders", "web");
    }

    @Test
    void reversed_they_come_last() {
        assertThat(of("web: orders users", "orders: users db", "users: db", "db:")
                        .reversed()
                        .inOrder())
                .containsExactly("web", "orders", "users", "db");
    }

    @Test
    void a_circle_is_shown_without_those_outside_of_it() {
        assertThatThrownBy(() -> of("web: orders", "orders: users db", "db:", "users: mail", "mail: orders")
                        .inOrder())
                .hasMessage("""
                        CONTRACT-START  services depend on each other in a circle
                          found  orders → users → mail → orders
                          mend   take one of these dependencies out: who starts first cannot wait for the other""");
    }

    @Test
    void a_service_that_needs_itself_is_a_circle() {
        assertThatThrownBy(() -> of("web: web").inOrder()).hasMessageContaining("found  web → web\n");
    }

    @Test
    void all_missing_names_are_told_at_once() {
        assertThatThrownBy(() -> of("web: user", "orders: data", "users:").inOrder())
                .hasMessage("""
                        CONTRACT-START  service "web" depends on a service that is not in its group: "user"
                          found  "web", "orders", "users"
                          mend   add it with .with("user", …), or correct the name
                        CONTRACT-START  service "orders" depends on a service that is not in its group: "data"
                          found  "web", "orders", "users"
                          mend   add it with .with("data", …), or correct the name""");
    }
}
