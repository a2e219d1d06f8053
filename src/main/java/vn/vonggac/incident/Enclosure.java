package vn.vonggac.incident;

import vn.vonggac.portal.Fields;

/** A file that somebody hands in for an incident: what it is called, and its bytes. */
public record Enclosure(String name, byte[] bytes) {

    private static final String NAMELESS = "attachment";

    public Enclosure {
        String plain = Fields.fileName(name);
        name = plain.replace(".", "").isBlank() ? NAMELESS : plain;
    }
}
