package dev.contract.provider.report;

import dev.contract.core.problem.Location;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.target.HttpUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an interaction stands in a file of the checkout.
 *
 * @param file relative to the working directory where it stands below it, with slashes
 * @param line from 1 on
 */
record Spot(String file, int line, int column) {
    /** Empty for a contract that is no file here. */
    static Optional<Spot> of(LocatedContract contract, InteractionResult result) {
        Location location = result.interaction().annotations().location();
        return HttpUrl.looksLike(contract.address())
                ? Optional.empty()
                : file(contract.address())
                        .map(file -> location == null
                                ? new Spot(file, 1, 1)
                                : new Spot(file, Math.max(1, location.line()), Math.max(1, location.column())));
    }

    private static Optional<String> file(String address) {
        try {
            Path here = Path.of("").toAbsolutePath();
            Path path = Path.of(address);
            Path shown = path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
            return Optional.of(shown.normalize().toString().replace('\\', '/'));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
