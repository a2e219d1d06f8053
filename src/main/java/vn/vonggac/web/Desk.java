package vn.vonggac.web;

import java.util.Optional;
import vn.vonggac.detect.Messages;

/**
 * What every page knows about the one who looks at it: language, time, who they are, where they are, and how the
 * watch is doing.
 */
public record Desk(Messages messages, Times times, Optional<Viewer> viewer, Address address, String csrf,
        Theme theme, Pulse pulse, Optional<String> done, long openIncidents) {

    /** Somebody signed in. */
    public record Viewer(long id, String name) {}

    public String say(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public String say(Problem problem) {
        return messages.text(problem.key(), problem.arguments());
    }

    public String language() {
        return messages.locale().getLanguage();
    }

    public Messages otherLanguage() {
        return messages == Messages.ENGLISH ? Messages.VIETNAMESE : Messages.ENGLISH;
    }

    /** A number as the language groups it. */
    public String number(long number) {
        return String.format(messages.locale(), "%,d", number);
    }

    public boolean isAt(String path) {
        return address.path().equals(path) || (!path.equals("/") && address.path().startsWith(path + "/"));
    }
}
