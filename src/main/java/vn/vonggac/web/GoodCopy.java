package vn.vonggac.web;

import java.time.Instant;

/** What a page of an incident said when it was last well, by the number of the exhibit that it stands against. */
public record GoodCopy(int number, String page, Instant at) {}
