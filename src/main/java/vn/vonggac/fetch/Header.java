package vn.vonggac.fetch;

/** One header line, name and value as sent or received. */
public record Header(String name, String value) {

    /** Reads {@code Name: value}. */
    public static Header parse(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("Not a header line \"Name: value\": " + line);
        }
        return new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
