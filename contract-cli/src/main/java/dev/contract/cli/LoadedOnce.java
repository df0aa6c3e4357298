package dev.contract.cli;

import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LoadedContracts;
import org.jspecify.annotations.Nullable;

/** A source that is asked once and then remembers: what was checked before the provider starts is what is verified. */
final class LoadedOnce implements ContractSource {
    private final ContractSource source;
    private @Nullable LoadedContracts loaded;

    LoadedOnce(ContractSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public synchronized LoadedContracts load(String provider) {
        LoadedContracts known = loaded;
        if (known == null) {
            known = source.load(provider);
            loaded = known;
        }
        return known;
    }
}
