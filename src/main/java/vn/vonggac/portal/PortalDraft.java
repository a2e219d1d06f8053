package vn.vonggac.portal;

/**
 * A portal as somebody typed it. {@code agency} is a code, {@code parent} the home of another portal,
 * {@code hosting} a company's name; lists have one entry a line or commas between them; a rhythm reads 30m, 1h,
 * 2d; what is left out is empty.
 */
public record PortalDraft(String name, String home, String agency, String parent, String hosting,
        String hosts,
        String prefixes, String exclusions, String trustedHosts, String tags, String level, String trustLabel,
        String rhythm, String probing) implements Draft {}
