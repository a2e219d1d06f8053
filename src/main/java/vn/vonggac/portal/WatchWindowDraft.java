package vn.vonggac.portal;

/**
 * A watch window as somebody typed it. {@code from} and {@code to} by Vietnam's clocks, {@code agency} a code;
 * neither agency nor tag means all portals.
 */
public record WatchWindowDraft(String name, String from, String to, String agency, String tag, String factor,
        String roster) implements Draft {}
