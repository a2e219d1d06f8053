package vn.vonggac.web;

import java.time.Instant;

/** A period that comes again, ready to be taken over. */
public record WindowTemplate(String id, String name, Instant from, Instant to) {}
