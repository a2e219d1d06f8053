package vn.vonggac.web;

/** One entry of a select. */
public record Choice(String value, String label) {}
