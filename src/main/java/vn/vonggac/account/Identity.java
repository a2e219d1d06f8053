package vn.vonggac.account;

/** Whom a provider vouches for; {@code email} is empty unless it was verified there. */
record Identity(String subject, String email) {}
