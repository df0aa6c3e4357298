package dev.contract.samples.userservice;

import java.util.List;

/**
 * How the service is started.
 *
 * @param port 0 takes a free one
 * @param orderService base URL of the order service
 * @param states whether {@code POST /states} prepares provider states: for contract verification, never in production
 * @param fullName whether users have a {@code full_name} in place of {@code name}: the change that breaks a consumer
 */
record Options(int port, String orderService, boolean states, boolean fullName) {

    static Options parse(List<String> arguments) {
        return new Options(
                Integer.parseInt(value(arguments, "--port", "8081")),
                value(arguments, "--order-service", "http://127.0.0.1:8082"),
                arguments.contains("--states"),
                arguments.contains("--full-name"));
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : arguments.get(at + 1);
    }
}
