package dev.contract.broker.page.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.page.network.Drawing.Box;
import dev.contract.broker.page.network.Layout.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static Map<String, Box> boxes(Drawing drawing) {
        return drawing.boxes().stream().collect(Collectors.toMap(Box::name, Function.identity()));
    }

    @Test
    void consumers_stand_to_the_left_of_what_they_call() {
        Map<String, Box> boxes = boxes(
                Layout.of(List.of(new Edge("web", "orders"), new Edge("orders", "users"), new Edge("web", "users"))));

        assertThat(boxes.get("web").x()).isLessThan(boxes.get("orders").x());
        assertThat(boxes.get("orders").x()).isLessThan(boxes.get("users").x());
    }

    @Test
    void those_who_call_each_other_are_drawn_as_well() {
        Drawing drawing = Layout.of(List.of(new Edge("a", "b"), new Edge("b", "a"), new Edge("c", "c")));

        assertThat(boxes(drawing)).containsOnlyKeys("a", "b", "c");
        assertThat(drawing.lines()).hasSize(3);
    }

    @Test
    void a_long_chain_is_folded_into_few_columns() {
        List<Edge> chain = IntStream.range(0, 10_000)
                .mapToObj(i -> new Edge("n" + i, "n" + (i + 1)))
                .toList();

        Drawing drawing = Layout.of(chain);

        assertThat(drawing.boxes().stream().map(Box::x).distinct()).hasSize(8);
        assertThat(drawing.width()).isLessThan(2_500);
    }

    @Test
    void no_two_of_200_services_overlap_and_none_is_off_the_picture() {
        Random random = new Random(20261122);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            edges.add(new Edge("service " + random.nextInt(200), "service " + random.nextInt(200)));
        }

        Drawing drawing = Layout.of(edges);

        for (Box one : drawing.boxes()) {
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes().stream().filter(other -> overlap(one, other)))
                    .containsExactly(one);
        }
        assertThat(drawing.height()).isLessThan(1_500);
        assertThat(Layout.of(edges)).isEqualTo(drawing);
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void a_name_that_is_too_long_for_its_box_is_cut() {
        Box box = Layout.of(List.of(new Edge("a".repeat(40), "b"))).boxes().get(0);

        assertThat(box.shown()).isEqualTo("a".repeat(23) + "…");
    }

    @Test
    void nothing_gives_an_empty_picture() {
        assertThat(Layout.of(List.of()).boxes()).isEmpty();
    }
}
