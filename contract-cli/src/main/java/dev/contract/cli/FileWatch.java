package dev.contract.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices when the files that a user named change, come or go: by looking at them now and then, which every file system allows.
 *
 * <p>One thread at a time.
 */
final class FileWatch {
    private static final Duration OFTEN = Duration.ofMillis(250);

    /** Looking takes at most one part in so many of the time. */
    private static final int SHARE = 50;

    private final Surroundings surroundings;
    private final List<String> places;
    private Map<String, Print> told;
    private Map<String, Print> seen;
    private Duration cost = Duration.ZERO;

    /** What changes of a file when its content does. */
    private record Print(long size, FileTime changed) {
        static final Print GONE = new Print(-1, FileTime.fromMillis(0));
    }

    /** Watches what is there now. */
    FileWatch(Surroundings surroundings, List<String> places) {
        this.surroundings = surroundings;
        this.places = places.stream().filter(place -> !place.contains("://")).toList();
        this.told = look();
        this.seen = told;
    }

    /** When to look again. */
    Duration pause() {
        Duration fair = cost.multipliedBy(SHARE);
        return fair.compareTo(OFTEN) > 0 ? fair : OFTEN;
    }

    /** Whether something has changed since this was last said; only once it rests, so that no half of a file is read. */
    boolean hasChanged() {
        Map<String, Print> now = look();
        boolean rests = now.equals(seen);
        seen = now;
        if (!rests || now.equals(told)) {
            return false;
        }
        told = now;
        return true;
    }

    private Map<String, Print> look() {
        long start = System.nanoTime();
        Map<String, Print> prints = new LinkedHashMap<>();
        if (!places.isEmpty()) {
            NamedFiles.find(surroundings, places)
                    .names()
                    .forEach(name -> prints.put(name, print(surroundings.path(name))));
        }
        cost = Duration.ofNanos(System.nanoTime() - start);
        return prints;
    }

    private static Print print(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Print(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return Print.GONE;
        }
    }
}
