package vn.vonggac.detector;

import vn.vonggac.detect.ScriptOutcome.Visitor;

/** What a script can learn of who is looking. */
record ScriptVisitor(Visitor visitor, String userAgent, String platform, String referrer, int width) {

    private static final String DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36";
    private static final String MOBILE = "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Mobile Safari/537.36";
    private static final String CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    /** What chance gives this visitor, from 0 to 1. */
    double luck() {
        return switch (visitor) {
            case CITIZEN -> 0.5;
            case FROM_SEARCH -> 0.02;
            case PHONE -> 0.98;
            case SEARCH_ENGINE -> 0.3;
        };
    }

    boolean phone() {
        return width < 500;
    }

    static ScriptVisitor of(Visitor visitor) {
        return switch (visitor) {
            case CITIZEN -> new ScriptVisitor(visitor, DESKTOP, "Win32", "", 1920);
            case FROM_SEARCH -> new ScriptVisitor(visitor, DESKTOP, "Win32", "https://www.google.com/", 1920);
            case PHONE -> new ScriptVisitor(visitor, MOBILE, "Linux armv8l", "https://www.google.com/", 390);
            case SEARCH_ENGINE -> new ScriptVisitor(visitor, CRAWLER, "Linux x86_64", "", 1024);
        };
    }
}
