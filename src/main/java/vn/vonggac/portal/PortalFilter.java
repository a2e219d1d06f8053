package vn.vonggac.portal;

/**
 * Which portals are asked for, and in which order; an empty part asks for nothing in particular.
 *
 * @param text looked for in name, home and tags, diacritics or not
 * @param agency with the agencies below it; 0 for any
 */
public record PortalFilter(String text, long agency, String tag, Paused paused, Order order,
        boolean descending) {

    public static final PortalFilter ANY = new PortalFilter("", 0, "", Paused.EITHER, Order.NAME, false);

    /** Whether the watch rests. */
    public enum Paused {
        EITHER, YES, NO
    }

    /** What the list is sorted by. */
    public enum Order {
        NAME("name"), HOME("homeKey"), ADDED("createdAt"), LEVEL("level");

        final String property;

        Order(String property) {
            this.property = property;
        }
    }
}
