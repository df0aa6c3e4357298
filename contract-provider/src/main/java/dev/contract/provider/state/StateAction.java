package dev.contract.provider.state;

import java.util.Locale;

/** The two moments at which handlers are called. */
public enum StateAction {
    /** Before the request. */
    SETUP,
    /** After the response was judged, whatever the verdict. */
    TEARDOWN;

    /** The name as state-change requests have it: {@code setup}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
