package dev.contract.samples.immunizationdecider;

import java.util.List;

/**
 * How the service is started.
 *
 * @param port 0 takes a free one
 * @param users base URL of the user service
 * @param history base URL of the immunization history
 * @param pharmacy base URL of the pharmacy
 */
record Options(int port, String users, String history, String pharmacy) {

    static Options parse(List<String> arguments) {
        return new Options(
                Integer.parseInt(value(arguments, "--port", "8083")),
                value(arguments, "--users", "http://127.0.0.1:8084"),
                value(arguments, "--history", "http://127.0.0.1:8085"),
                value(arguments, "--pharmacy", "http://127.0.0.1:8086"));
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }
}
