package vn.vonggac.cli;

/** Hears how an errand goes. */
interface Teller {

    void says(String line);

    void comesAlong(long done, long all);
}
