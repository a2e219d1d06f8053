package vn.vonggac.detect;

/**
 * What a page is about, weighed over the whole page: cues of promotion (sign up, bonus, link, call to action)
 * against cues of reporting (arrest, fine, decree, warns), each 0 to 1. A page about gambling is not one for it.
 */
public record Context(double promotion, double report) {

    public static final Context NEUTRAL = new Context(0, 0);
}
