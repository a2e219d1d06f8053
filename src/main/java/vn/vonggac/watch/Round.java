package vn.vonggac.watch;

/** One turn of looking at what is due on a portal. */
@FunctionalInterface
interface Round {

    void run(long portal);
}
