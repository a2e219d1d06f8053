package vn.vonggac.account;

import java.util.Set;
import vn.vonggac.audit.Slug;

/** What a person is; the one table of who may do what. */
public enum Role {
    ADMINISTRATOR(May.READ, May.CHECK, May.ANNOUNCE, May.CLOSE_UNPROVED, May.HANDLE, May.PAUSE, May.PORTALS,
            May.WINDOWS, May.AGENCIES,
            May.PEOPLE, May.CHANNELS, May.TRAIL, May.OWN_ACCOUNT, May.DISPLAY,
            May.PASSWORD), REVIEWER(May.READ, May.CHECK, May.ANNOUNCE, May.HANDLE, May.PAUSE, May.PORTALS,
                    May.WINDOWS,
                    May.OWN_ACCOUNT, May.DISPLAY,
                    May.PASSWORD), WEBMASTER(May.READ, May.CHECK, May.ANNOUNCE, May.PAUSE, May.OWN_ACCOUNT,
                            May.DISPLAY,
                            May.PASSWORD), AUDITOR(May.READ, May.TRAIL, May.OWN_ACCOUNT, May.DISPLAY,
                                    May.PASSWORD);

    private final Set<String> rights;

    Role(String... rights) {
        this.rights = Set.of(rights);
    }

    public Set<String> rights() {
        return rights;
    }

    /** How it is written in a form and in a message key. */
    public String word() {
        return Slug.of(this);
    }
}
