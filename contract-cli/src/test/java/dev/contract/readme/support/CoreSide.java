package dev.contract.readme.support;

/** The core's manual takes nothing for granted. */
public final class CoreSide {
    private CoreSide() {}
}
