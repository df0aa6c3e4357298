package dev.contract.compare.inclusion;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. One thread at a time. */
final class Once<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private @Nullable T made;

    Once(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
