package vn.vonggac.incident;

/** Why an incident stays quiet although it is there. It is still kept and still shown to whoever asks. */
public sealed interface Suppression {

    /** A reviewer asked for quiet. */
    record Silenced(long silence) implements Suppression {}

    /** A bigger incident of the same portal explains it. */
    record Inhibited(Kind by) implements Suppression {}
}
