package vn.vonggac.web;

import java.time.Instant;

/** A period that comes every year, ready to be taken over. */
public record WindowTemplate(String id, int year, String name, Instant from, Instant to) {}
