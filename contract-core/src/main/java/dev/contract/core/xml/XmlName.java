package dev.contract.core.xml;

/**
 * The name of an element or attribute. Equal when namespace and local name are: prefixes are a matter of taste.
 *
 * <p>Immutable.
 *
 * @param namespace its URI; empty when there is none
 * @param local without prefix, unless the prefix stands for no namespace
 * @param written as in the document, prefix included
 */
public record XmlName(String namespace, String local, String written) {

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof XmlName that && local.equals(that.local) && namespace.equals(that.namespace));
    }

    @Override
    public int hashCode() {
        return namespace.hashCode() * 31 + local.hashCode();
    }

    /** The name as it was written. */
    @Override
    public String toString() {
        return written;
    }
}
