package dev.contract.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The end of what a service has written, in which what went wrong is not buried below the frames of its stack. */
final class LastLines {
    private static final int SHOWN = 20;
    private static final Pattern FRAME = Pattern.compile("\\s+(?:at \\S.*|\\.{3} \\d+ (?:more|common frames omitted))");

    private LastLines() {}

    /** At most 20 lines; of frames below each other the first, and how many follow it. */
    static List<String> of(List<String> output) {
        List<String> lines = new ArrayList<>();
        int frames = 0;
        for (String line : output) {
            frames = FRAME.matcher(line).matches() ? frames + 1 : 0;
            if (frames > 2) {
                lines.remove(lines.size() - 1);
            }
            lines.add(frames > 1 ? "    … " + (frames - 1) + (frames == 2 ? " more frame" : " more frames") : line);
        }
        return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
    }
}
