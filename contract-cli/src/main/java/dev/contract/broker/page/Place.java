package dev.contract.broker.page;

/** Where a version is: on a branch, at a tag, in an environment. */
public record Place(Kind kind, String name, boolean newest) {

    /** What kind of place. */
    public enum Kind {
        BRANCH("branch"),
        TAG("tag"),
        ENVIRONMENT("environment");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** For people: {@code branch main, its newest version}. */
    public String title() {
        return kind.word() + " " + name + (newest ? ", its newest version" : "");
    }

    /** The class of the stylesheet. */
    public String style() {
        return "place " + kind.word();
    }
}
