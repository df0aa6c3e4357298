package dev.contract.samples.orderservice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What consumers' contracts ask to be true of this service, by the names they gave it. */
final class States {
    private static final Pattern ORDERED = Pattern.compile("user (\\S+) ordered an? (\\S+)");

    private final Orders orders;

    States(Orders orders) {
        this.orders = orders;
    }

    /** Sets a state up, or undoes it when the action is {@code teardown}. */
    void change(String state, String action) {
        boolean setup = !action.equals("teardown");
        Matcher ordered = ORDERED.matcher(state);
        if (ordered.matches()) {
            ordered(ordered.group(1), ordered.group(2), setup);
        } else if (state.equals("the order store is down")) {
            down(setup);
        }
    }

    private void ordered(String user, String item, boolean setup) {
        if (setup) {
            orders.place(user, item);
        } else {
            orders.forget(user);
        }
    }

    private void down(boolean setup) {
        if (setup) {
            orders.goDown();
        } else {
            orders.comeUp();
        }
    }
}
