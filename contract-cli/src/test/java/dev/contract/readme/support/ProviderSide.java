package dev.contract.readme.support;

/** What the provider's manual takes for granted: a running service, and a way to make users. */
public final class ProviderSide {
    public static UserService service;
    public static UserService users;

    private ProviderSide() {}
}
