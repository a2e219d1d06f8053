package vn.vonggac.page;

/** A picture: its resolved source, host and alternative text. */
public record Image(Place place, String source, String host, String alternative) {}
