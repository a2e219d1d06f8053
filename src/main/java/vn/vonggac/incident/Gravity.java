package vn.vonggac.incident;

/** How heavily the law takes it: a person's word, with a reason; the service never guesses it. */
public enum Gravity {
    ORDINARY, SERIOUS, NATIONAL
}
