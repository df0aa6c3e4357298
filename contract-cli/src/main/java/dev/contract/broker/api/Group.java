package dev.contract.broker.api;

import dev.contract.broker.domain.Integration;
import dev.contract.broker.domain.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The integrations that can be reached from one application, over others and in either direction. */
final class Group {
    private Group() {}

    static List<Integration> of(Party start, List<Integration> all) {
        Set<Party> reached = new HashSet<>(Set.of(start));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Integration each : all) {
                if (touches(reached, each)) {
                    grew |= reached.add(each.consumer());
                    grew |= reached.add(each.provider());
                }
            }
        }
        return all.stream().filter(each -> touches(reached, each)).toList();
    }

    private static boolean touches(Set<Party> reached, Integration integration) {
        return reached.contains(integration.consumer()) || reached.contains(integration.provider());
    }
}
