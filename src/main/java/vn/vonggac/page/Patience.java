package vn.vonggac.page;

import java.time.Duration;

/** How many visits, over how long, it takes until a page is known. */
record Patience(int visits, Duration time) {

    static final Patience NONE = new Patience(1, Duration.ZERO);
    static final Patience USUAL = new Patience(5, Duration.ofHours(24));
}
