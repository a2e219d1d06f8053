package vn.vonggac.portal;

/** Whether the owner of a portal allowed us to ask it harmless questions of our own making. */
public enum Probing {
    NOT_AUTHORISED, AUTHORISED
}
