package dev.contract.provider.order;

import dev.contract.provider.order.OrderSearch.Contradiction;
import dev.contract.provider.order.OrderSearch.Exhausted;
import dev.contract.provider.order.OrderSearch.Flips;
import java.util.ArrayList;
import java.util.List;

/** Shortens an order that flips a verdict until nothing of it can be left out. Used once. */
final class Shortening {
    private final Flips flips;
    private List<Integer> shortest;

    /** @param order that flips it */
    Shortening(Flips flips, List<Integer> order) {
        this.flips = flips;
        this.shortest = List.copyOf(order);
    }

    /** The shortest order so far. */
    List<Integer> shortest() {
        return shortest;
    }

    void run() throws Exhausted, Contradiction {
        if (keep(List.of())) {
            return;
        }
        int parts = 2;
        while (shortest.size() > 1) {
            if (keepsOnePart(parts)) {
                parts = 2;
            } else if (parts > 2 && leavesOnePart(parts)) {
                parts--;
            } else if (parts < shortest.size()) {
                parts = Math.min(2 * parts, shortest.size());
            } else {
                return;
            }
        }
    }

    private boolean keepsOnePart(int parts) throws Exhausted, Contradiction {
        List<Integer> all = shortest;
        for (int i = 0; i < parts; i++) {
            if (keep(all.subList(start(i, parts, all), start(i + 1, parts, all)))) {
                return true;
            }
        }
        return false;
    }

    private boolean leavesOnePart(int parts) throws Exhausted, Contradiction {
        List<Integer> all = shortest;
        for (int i = 0; i < parts; i++) {
            List<Integer> others = new ArrayList<>(all.subList(0, start(i, parts, all)));
            others.addAll(all.subList(start(i + 1, parts, all), all.size()));
            if (keep(others)) {
                return true;
            }
        }
        return false;
    }

    private static int start(int part, int parts, List<Integer> all) {
        return part * all.size() / parts;
    }

    private boolean keep(List<Integer> order) throws Exhausted, Contradiction {
        if (order.size() < shortest.size() && flips.by(order)) {
            shortest = List.copyOf(order);
            return true;
        }
        return false;
    }
}
