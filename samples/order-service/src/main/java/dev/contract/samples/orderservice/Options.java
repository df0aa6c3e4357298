package dev.contract.samples.orderservice;

import java.util.List;

/**
 * How the service is started.
 *
 * @param port 0 takes a free one
 * @param userService base URL of the user service
 * @param states whether {@code POST /states} prepares provider states: for contract verification, never in production
 */
record Options(int port, String userService, boolean states) {

    static Options parse(List<String> arguments) {
        return new Options(
                Integer.parseInt(value(arguments, "--port", "8082")),
                value(arguments, "--user-service", "http://127.0.0.1:8081"),
                arguments.contains("--states"));
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }
}
