package vn.vonggac.feed;

/** A host or address that is on a list, and the entry that says so. */
public record Listing(String list, String entry) {}
