package vn.vonggac.portal;

import java.time.LocalDate;

/**
 * A period that comes again, in one of its years: from the first moment of {@code first} to the last of
 * {@code last}. Its name is the message {@code portal.window.<id>}, filled with the year.
 */
public record WatchTemplate(String id, int year, LocalDate first, LocalDate last) {

    public String nameKey() {
        return "portal.window." + id;
    }

    /** As a window's form is filled with it. */
    public WatchWindowDraft draft(String name) {
        return new WatchWindowDraft(name, first.atStartOfDay().toString(),
                last.plusDays(1).atStartOfDay().toString(), "", "", "2", "");
    }
}
