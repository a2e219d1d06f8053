package vn.vonggac.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the service says that it should not have to: warnings of its own, errors of anybody's, also while it stops. */
final class SoakLog extends AppenderBase<ILoggingEvent> {

    private static final int MOST = 200;
    /** What is said rightly, and why. */
    private static final Map<String, String> EXPLAINED = Map.of();

    private final List<String> unexplained = new CopyOnWriteArrayList<>();

    static SoakLog listening() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        SoakLog log = new SoakLog();
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> log.unexplained.add("uncaught in " + thread.getName() + ": " + e));
        return log;
    }

    List<String> unexplained() {
        return unexplained;
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean own = event.getLoggerName().startsWith("vn.vonggac");
        if (event.getLevel().isGreaterOrEqual(own ? Level.WARN : Level.ERROR) && unexplained.size() < MOST
                && EXPLAINED.keySet().stream().noneMatch(event.getFormattedMessage()::contains)) {
            unexplained.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : " " + event.getThrowableProxy().getMessage()));
        }
    }
}
