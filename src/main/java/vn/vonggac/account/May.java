package vn.vonggac.account;

/**
 * What somebody may do, each as the word that a route asks for. Which {@link Role} has which is the table there; a
 * route that asks for nothing is open to nobody.
 */
public final class May {

    /** See portals, incidents, pages and lists of one's agencies. */
    public static final String READ = "read";

    /** Have a page looked at on demand. */
    public static final String CHECK = "check";

    /** Take, weigh, close and silence incidents. */
    public static final String HANDLE = "handle";

    /** Tell of work on a portal beforehand. */
    public static final String ANNOUNCE = "announce";

    /** Close a true attack that visits have not proved gone. */
    public static final String CLOSE_UNPROVED = "close-unproved";

    /** Stop the watch of a portal for a while. */
    public static final String PAUSE = "pause";

    /** Add and change portals. */
    public static final String PORTALS = "portals";

    /** Plan periods of denser watch. */
    public static final String WINDOWS = "windows";

    /** Change agencies and hosting companies, take in tables. */
    public static final String AGENCIES = "agencies";

    /** Invite people and say what they are. */
    public static final String PEOPLE = "people";

    /** Say who is told of incidents, and how. */
    public static final String CHANNELS = "channels";

    /** Read who did what. */
    public static final String TRAIL = "trail";

    /** One's own account: password, second factor, devices, tokens. */
    public static final String OWN_ACCOUNT = "own-account";

    /** Choose a new password; also somebody may whose old one is too old for anything else. */
    public static final String PASSWORD = "password";

    /** Give the second factor: all that a session may do before it was given. */
    public static final String FACTOR = "factor";

    /** Take on a second factor: all that somebody may do who has to and has not. */
    public static final String ENROLMENT = "enrolment";

    /** Have a screen show how one's agencies stand, and nothing else. */
    public static final String DISPLAY = "display";

    private May() {}
}
