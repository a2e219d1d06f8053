package vn.vonggac.web;

import java.time.Instant;

/**
 * A line of a portal's timeline.
 *
 * @param kind visit, change or incident
 * @param word the verdict, absent where there is no such page, or what was done to the incident
 * @param incident its number, 0 where the line is of none
 * @param version the number of what was kept, 0 where nothing was
 */
public record PortalEvent(Instant at, String kind, String url, String word, int status, String view,
        long incident, long version) {}
