package dev.contract.consumer.route;

/**
 * A method on a path, in whose segments a name in braces stands for one or more characters: {@code GET /users/{id}}.
 *
 * @param method in upper case
 */
record Route(String method, String path) {

    /** Whether a request of this method to this path goes here. Who serves GET serves HEAD. */
    boolean takes(String otherMethod, String otherPath) {
        return (method.equals(otherMethod) || (method.equals("GET") && otherMethod.equals("HEAD")))
                && leadsTo(otherPath);
    }

    private boolean leadsTo(String other) {
        String[] templates = path.split("/", -1);
        String[] segments = other.split("/", -1);
        boolean same = templates.length == segments.length;
        for (int i = 0; same && i < segments.length; i++) {
            same = fits(templates[i], segments[i]);
        }
        return same;
    }

    /** Whatever stands between several names is taken as part of what they stand for. */
    private static boolean fits(String template, String segment) {
        int open = template.indexOf('{');
        int close = template.lastIndexOf('}');
        if (open < 0 || close < open) {
            return template.equals(segment);
        }
        String before = template.substring(0, open);
        String after = template.substring(close + 1);
        return segment.length() > before.length() + after.length()
                && segment.startsWith(before)
                && segment.endsWith(after);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
