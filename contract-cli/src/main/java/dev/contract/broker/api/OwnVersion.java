package dev.contract.broker.api;

/** The version of this program, as its jar tells it. */
final class OwnVersion {
    static final String TEXT = read();

    private OwnVersion() {}

    private static String read() {
        String version = OwnVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
