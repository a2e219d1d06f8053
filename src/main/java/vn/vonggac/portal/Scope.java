package vn.vonggac.portal;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The agencies somebody may see and act for: all there are, or these with nothing below them implied. */
public record Scope(boolean everything, Set<Long> agencies) {

    public static final Scope EVERYTHING = new Scope(true, Set.of());

    // an IN () is no SQL; no row has this id
    private static final List<Long> NO_AGENCY = List.of(-1L);

    public Scope {
        agencies = Set.copyOf(agencies);
    }

    public static Scope of(Collection<Long> agencies) {
        return new Scope(false, Set.copyOf(agencies));
    }

    public boolean includes(long agency) {
        return everything || agencies.contains(agency);
    }

    /** The ids as a query takes them beside {@link #everything}: never empty. */
    public Collection<Long> ids() {
        return agencies.isEmpty() ? NO_AGENCY : agencies;
    }
}
