package vn.vonggac.detect;

/** What could not be looked at: the view, or nothing where it holds for all, and why. */
public record Unseen(String view, String reason) {

    /** As a verdict notes it. */
    public static Unseen of(String noted) {
        int colon = noted.indexOf(": ");
        return colon < 0
                ? new Unseen("", noted)
                : new Unseen(noted.substring(0, colon), noted.substring(colon + 2));
    }

    /** The reason in words. */
    public String said(Messages messages) {
        return said(reason, messages);
    }

    /** A reason in words where there are any, else as it was noted. */
    public static String said(String reason, Messages messages) {
        int end = reason.replace(':', ' ').indexOf(' ');
        String key = "detect.unseen." + (end < 0 ? reason : reason.substring(0, end));
        return messages.has(key)
                ? messages.text(key) + (end < 0 ? "" : reason.substring(end).replace(':', ' '))
                : reason;
    }
}
