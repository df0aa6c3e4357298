package dev.contract.broker.page;

import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param title of the page
 * @param root the path below which the broker's addresses are, without a slash at its end: empty, or {@code /broker}
 * @param section which part of the broker the page belongs to; null for none
 * @param guest who looks at it; null where that does not matter
 */
public record Frame(
        String title,
        String root,
        @Nullable Section section,
        @Nullable Guest guest) {
    public Frame(String title, String root, @Nullable Section section) {
        this(title, root, section, null);
    }

    /** Who looks at a page where people can log in. */
    public sealed interface Guest {

        /**
         * Somebody who did.
         *
         * @param formToken shows that the form to log out is ours when it comes back
         */
        record LoggedIn(String name, String formToken) implements Guest {}

        /**
         * Somebody who did not.
         *
         * @param logIn the path of the form, below that of the broker
         */
        record Stranger(String logIn) implements Guest {}
    }

    /** The parts of the broker, as the navigation has them. */
    public enum Section {
        OVERVIEW("Overview", "/"),
        APPLICATIONS("Applications", "/pacticipants"),
        NETWORK("Network", "/integrations"),
        MATRIX("Matrix", "/matrix"),
        DEPLOY("Can I deploy?", "/can-i-deploy"),
        ENVIRONMENTS("Environments", "/environments"),
        WEBHOOKS("Webhooks", "/webhooks");

        private final String words;
        private final String path;

        Section(String words, String path) {
            this.words = words;
            this.path = path;
        }

        public String words() {
            return words;
        }

        public String path() {
            return path;
        }
    }

    /** An address of this broker. */
    public String at(String path) {
        return root + path;
    }

    public String stylesheet() {
        return at(Asset.STYLE.path());
    }

    public String icon() {
        return at(Asset.ICON.path());
    }
}
