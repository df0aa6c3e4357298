package dev.contract.broker.page;

/**
 * The form to log in with.
 *
 * @param formToken shows that the form is ours when it comes back
 */
public record LoginPage(Frame frame, String formToken, Entry entry) implements Page {

    /**
     * What is in the form, and what came of it.
     *
     * @param user who was named last
     * @param back the path where to go then, below that of the broker
     * @param trouble why the last attempt failed; empty when there was none
     */
    public record Entry(String user, String back, String trouble) {}
}
