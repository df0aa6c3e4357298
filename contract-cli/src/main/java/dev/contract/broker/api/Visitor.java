package dev.contract.broker.api;

import java.util.Optional;

/** Somebody with a browser. What the browser is to remember goes with the answer, and no page needs to know it. */
public interface Visitor {
    /** The field of forms that has {@link #formToken()}. */
    String FORM_TOKEN = "csrf";

    /** The header that may have it in place of a field. */
    String FORM_TOKEN_HEADER = "X-CSRF-Token";

    /** Who logged in; empty for others, whether they say with each request who they are or not. */
    Optional<String> loggedIn();

    /** Whether it is known who this is. */
    boolean isKnown();

    /** What a form has to have that changes something: it shows that the form is ours. */
    String formToken();

    /** What became of an attempt to log in. */
    enum LogIn {
        DONE,

        /** The name or the password is wrong. */
        REFUSED,

        /** Too many were refused a moment ago. */
        TOO_OFTEN
    }

    /**
     * Logs in.
     *
     * @param name of an account; of a token, or empty, where the password is a token
     */
    LogIn logIn(String name, String password);

    void logOut();
}
