package dev.contract.interop;

/**
 * One exchange with one reader of one file.
 *
 * @param writer whose file it is, with its version of the specification: {@code pact-jvm 4.7.5, V3}
 * @param contract the name of the case
 * @param reader who judges
 * @param role whether the reader verifies or serves
 */
record Trial(String writer, String version, String contract, String reader, Role role, Exchange exchange) {
    enum Role {
        VERIFIES,
        SERVES;

        boolean concerns(Exchange exchange) {
            return (this == VERIFIES ? exchange.response() : exchange.request()) != null;
        }
    }

    boolean is(String name) {
        return contract.equals(name);
    }

    boolean serves() {
        return role == Role.SERVES;
    }

    boolean with(String name) {
        return exchange.name().equals(name);
    }
}
