package dev.contract.compare.accept;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shape that is made when it is first asked for: where paths have stars, most are never. Two threads may make it twice, which does no
 * harm.
 */
public final class Later implements Supplier<Shape> {
    private final Supplier<Shape> maker;
    private volatile @Nullable Shape made;

    Later(Supplier<Shape> maker) {
        this.maker = maker;
    }

    static Later of(Shape shape) {
        return new Later(() -> shape);
    }

    @Override
    public Shape get() {
        Shape known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
