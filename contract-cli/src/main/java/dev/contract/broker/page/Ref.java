package dev.contract.broker.page;

/**
 * A text that leads somewhere.
 *
 * @param href empty when it leads nowhere
 */
public record Ref(String text, String href) {

    public static Ref none(String text) {
        return new Ref(text, "");
    }

    public boolean leads() {
        return !href.isEmpty();
    }
}
