package vn.vonggac.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.account.Duty;
import vn.vonggac.account.Person;
import vn.vonggac.account.SignedIn;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Unseen;
import vn.vonggac.detect.Verdict;
import vn.vonggac.page.Inert;
import vn.vonggac.portal.Scope;

/**
 * What every page knows about the one who looks at it: language, time, who they are, where they are, and how the
 * watch is doing.
 */
public record Desk(Messages messages, Times times, Optional<Viewer> viewer, Address address,
        Theme theme, Pulse pulse, Optional<String> done, long openIncidents,
        List<Board.Entry> boards, Map<String, String> marks) {

    public Desk {
        marks = Map.copyOf(marks);
        boards = List.copyOf(boards);
    }

    private static final int LONGEST = 2_000;
    private static final int KILOBYTE = 1 << 10;
    private static final int MEGABYTE = 1 << 20;
    private static final List<String> NOTHING_IN_PARTICULAR = List.of("…", "…", "…");

    /** Somebody signed in. */
    public record Viewer(SignedIn signedIn) {

        public String name() {
            return signedIn.person().fullName();
        }

        Scope scope() {
            return signedIn.scope();
        }

        boolean may(String right) {
            return signedIn.may(right);
        }
    }

    /** Whether what a page offers is for the one who looks at it. */
    public boolean may(String right) {
        return viewer.filter(person -> person.may(right)).isPresent();
    }

    /** What they owe before they may do anything else. */
    Optional<Duty> duty() {
        return viewer.flatMap(person -> person.signedIn().duty());
    }

    /** Whoever is looking, with what they may do. */
    SignedIn signedIn() {
        return viewer.map(Viewer::signedIn).orElseThrow();
    }

    public Person person() {
        return viewer.map(person -> person.signedIn().person()).orElseThrow();
    }

    /** How the audit trail names whoever is looking. */
    String who() {
        return viewer.map(person -> person.signedIn().person().signInName()).orElse("");
    }

    public Scope scope() {
        return viewer.map(Viewer::scope).orElse(Scope.of(List.of()));
    }

    /** The same reader on another page: a form's answer is shown on the page of the form. */
    Desk at(String path) {
        return new Desk(messages, times, viewer, new Address(path, address.query()), theme, pulse, done,
                openIncidents, boards, marks);
    }

    /** What a list of these kinds is compared by, as it stood before anything of this page was read. */
    public String mark(String lists) {
        return Stream.of(lists.split(" ")).map(list -> marks.getOrDefault(list, ""))
                .collect(Collectors.joining(","));
    }

    public String say(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public String say(String key, List<?> arguments) {
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

    /** A number with one digit after the point. */
    public String decimal(double number) {
        return String.format(messages.locale(), "%,.1f", number);
    }

    /** How large a file is. */
    public String size(long bytes) {
        return bytes < KILOBYTE
                ? say("web.files.bytes", bytes)
                : bytes < MEGABYTE
                        ? say("web.normal.kilobytes", (double) bytes / KILOBYTE)
                        : say("web.files.megabytes", (double) bytes / MEGABYTE);
    }

    /** A share of one, as people read it. */
    public String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The colour of a finding or incident of this severity. */
    public String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "compromised";
            case MEDIUM, LOW -> "suspicious";
            case INFO -> "secondary";
        };
    }

    public String tone(Verdict.Level level) {
        return switch (level) {
            case COMPROMISED -> "compromised";
            case SUSPICIOUS -> "suspicious";
            case INCOMPLETE -> "secondary";
            case CLEAN -> "safe";
        };
    }

    public String symbol(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "bad";
            case MEDIUM, LOW -> "warn";
            case INFO -> "info";
        };
    }

    public String symbol(Verdict.Level level) {
        return switch (level) {
            case COMPROMISED -> "bad";
            case SUSPICIOUS -> "warn";
            case INCOMPLETE -> "unknown";
            case CLEAN -> "ok";
        };
    }

    /** What a detector says of a page, without saying it of any one. */
    public String recognises(String detector) {
        return say("detector." + detector, NOTHING_IN_PARTICULAR);
    }

    /** Why something was not looked at, in words where there are any, else as the service noted it. */
    public String reason(String noted) {
        return Unseen.said(noted, messages);
    }

    /** An address out of a portal's page, written so that nobody and nothing follows it. */
    public String inert(String address) {
        return Inert.address(address);
    }

    /** A view by its name; one that an operator added by its own. */
    public String view(String id) {
        String key = "web.view." + id;
        return messages.has(key) ? say(key) : id;
    }

    /** The beginning of a text that may be long. */
    public String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    public boolean isAt(String path) {
        return address.path().equals(path) || (!path.equals("/") && address.path().startsWith(path + "/"));
    }
}
