package dev.contract.provider.catalogue;

/**
 * An interaction that names a state.
 *
 * <p>Immutable.
 *
 * @param interaction its description
 * @param state the state as the contract writes it
 * @param place where the interaction stands: {@code file:line:column}, or what its source calls the contract
 */
public record StateUse(String consumer, String interaction, String state, String place) {}
