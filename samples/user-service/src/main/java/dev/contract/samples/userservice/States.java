package dev.contract.samples.userservice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What consumers' contracts ask to be true of this service, by the names they gave it. */
final class States {
    private static final Pattern EXISTS = Pattern.compile("user (\\S+) exists");

    private final Users users;

    States(Users users) {
        this.users = users;
    }

    /** Sets a state up, or undoes it when the action is {@code teardown}. */
    void change(String state, String action) {
        boolean setup = !action.equals("teardown");
        Matcher exists = EXISTS.matcher(state);
        if (exists.matches()) {
            exists(exists.group(1), setup);
        } else if (state.equals("the user store is down")) {
            down(setup);
        }
    }

    private void exists(String id, boolean setup) {
        if (setup) {
            users.save(new User(id, "Name of " + id));
        } else {
            users.remove(id);
        }
    }

    private void down(boolean setup) {
        if (setup) {
            users.goDown();
        } else {
            users.comeUp();
        }
    }
}
