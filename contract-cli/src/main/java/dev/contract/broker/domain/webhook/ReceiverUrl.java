package dev.contract.broker.domain.webhook;

/**
 * The URL of a receiver in two parts, whose parameters may not be in place yet. Where it leads may be known; for some receivers the rest is all that
 * they ask of whoever sends them something, and so a secret.
 *
 * @param origin scheme, host and port
 * @param rest path, query and fragment, or nothing
 */
public record ReceiverUrl(String origin, String rest) {

    public static ReceiverUrl of(String url) {
        int scheme = url.indexOf("://");
        int end = scheme < 0 ? 0 : scheme + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return new ReceiverUrl(url.substring(0, end), url.substring(end));
    }

    /** Whether both lead to the same server. */
    public boolean isAt(ReceiverUrl other) {
        return origin.equalsIgnoreCase(other.origin);
    }

    /** Whether this is what was shown of a URL, and not the URL itself. */
    public boolean isHidden() {
        return rest.equals("/" + HiddenParts.MASK);
    }

    /** The URL as everybody may see it. */
    String hidden() {
        return rest.isEmpty() || rest.equals("/") ? origin + rest : origin + "/" + HiddenParts.MASK;
    }
}
