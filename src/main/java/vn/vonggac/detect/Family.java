package vn.vonggac.detect;

/** Kinds of evidence. Two kinds outweigh ten pieces of one kind; {@code POSTURE} weighs nothing in a page's verdict. */
public enum Family {
    WORDS, PLACE, LINK, REDIRECT, SCRIPT, VIEW, CHANGE, DEFACEMENT, AROUND, POSTURE
}
