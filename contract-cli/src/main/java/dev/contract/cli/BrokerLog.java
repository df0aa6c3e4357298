package dev.contract.cli;

import dev.contract.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of a broker while it runs: a line for each record on standard error, as text or as JSON; then all is as it was before. */
final class BrokerLog {
    private static final Map<String, Level> LEVELS = Map.of(
            "debug", Level.FINE,
            "info", Level.INFO,
            "warn", Level.WARNING,
            "warning", Level.WARNING,
            "error", Level.SEVERE,
            "fatal", Level.SEVERE,
            "off", Level.OFF);

    /** Held, because the log manager forgets loggers that nobody holds. They tell of each start and of each connection. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"), Logger.getLogger("com.zaxxer"));

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<Handler> handlers = List.of(root.getHandlers());
    private final Handler own = new ConsoleHandler();

    private BrokerLog(Level level, Formatter form) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        own.setFormatter(form);
        own.setLevel(Level.ALL);
        handlers.forEach(root::removeHandler);
        root.addHandler(own);
        root.setLevel(level);
    }

    /**
     * Begins to log as the variables say.
     *
     * @throws WrongUsage if they say something that there is not
     */
    static BrokerLog begin(Surroundings surroundings) {
        String level = BrokerSetting.LOG_LEVEL.in(surroundings).toLowerCase(Locale.ROOT);
        String form = BrokerSetting.LOG_FORMAT.in(surroundings).toLowerCase(Locale.ROOT);
        if (!LEVELS.containsKey(level)) {
            throw new WrongUsage(
                    BrokerSetting.LOG_LEVEL.variable() + " is debug, info, warn, error or off, not " + level);
        }
        if (!List.of("default", "text", "json").contains(form)) {
            throw new WrongUsage(BrokerSetting.LOG_FORMAT.variable() + " is default or json, not " + form);
        }
        return new BrokerLog(LEVELS.getOrDefault(level, Level.INFO), form.equals("json") ? new Json() : new Text());
    }

    void end() {
        root.removeHandler(own);
        handlers.forEach(root::addHandler);
        root.setLevel(before);
    }

    private static String time(LogRecord entry) {
        return entry.getInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String level(LogRecord entry) {
        int value = entry.getLevel().intValue();
        return value >= Level.SEVERE.intValue()
                ? "error"
                : value >= Level.WARNING.intValue() ? "warn" : value >= Level.INFO.intValue() ? "info" : "debug";
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** For people. */
    static final class Text extends Formatter {
        @Override
        public String format(LogRecord entry) {
            Throwable thrown = entry.getThrown();
            return time(entry) + " " + level(entry).toUpperCase(Locale.ROOT) + " " + entry.getLoggerName() + "  "
                    + formatMessage(entry) + "\n" + (thrown == null ? "" : trace(thrown));
        }
    }

    /** For programs: an object on each line. */
    static final class Json extends Formatter {
        @Override
        public String format(LogRecord entry) {
            JsonObject.Builder line = JsonObject.builder()
                    .put("time", time(entry))
                    .put("level", level(entry))
                    .put("logger", String.valueOf(entry.getLoggerName()))
                    .put("message", formatMessage(entry));
            Throwable thrown = entry.getThrown();
            if (thrown != null) {
                line.put("exception", trace(thrown));
            }
            return line.build().toJson() + "\n";
        }
    }
}
