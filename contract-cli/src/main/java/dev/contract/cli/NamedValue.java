package dev.contract.cli;

import dev.contract.core.problem.Quoted;

/**
 * A name and a value that the user wrote as one text, such as {@code 'Name: value'} or {@code NAME=value}.
 *
 * <p>Immutable.
 */
record NamedValue(String name, String value) {

    /**
     * The two parts of a text.
     *
     * @throws WrongUsage if there is no separator, or nothing before it
     */
    static NamedValue parse(String option, String text, char separator) {
        return parse(option, text, separator, "NAME" + separator + (separator == ':' ? " " : "") + "VALUE");
    }

    /** As {@link #parse(String, String, char)}, of an option whose parts have other names: {@code PATH=TYPE}. */
    static NamedValue parse(String option, String text, char separator, String form) {
        int position = text.indexOf(separator);
        if (position <= 0) {
            String lack = position < 0 ? " has no " : " has nothing before its ";
            throw new WrongUsage(
                    option + " is written as " + form + ", and " + Quoted.text(text) + lack + '"' + separator + '"');
        }
        return new NamedValue(
                text.substring(0, position).strip(),
                text.substring(position + 1).strip());
    }
}
