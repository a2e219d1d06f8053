package vn.vonggac.account;

import java.time.Instant;

/** Where somebody is signed in, as they see it themselves. */
public record Device(long id, Instant since, Instant usedAt, String address, boolean thisOne) {}
