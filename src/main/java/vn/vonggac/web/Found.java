package vn.vonggac.web;

import java.time.Instant;

/** One page that the search found: where it is, when it said so, and the words around the match. */
public record Found(String url, String title, String portal, Instant at, String before, String match,
        String after) {}
