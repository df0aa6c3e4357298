package dev.contract.cli;

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
        int position = text.indexOf(separator);
        if (position <= 0) {
            throw new WrongUsage(option + " is written as NAME" + separator + (separator == ':' ? " " : "")
                    + "VALUE, not as \"" + text + "\"");
        }
        return new NamedValue(
                text.substring(0, position).strip(),
                text.substring(position + 1).strip());
    }
}
