package vn.vonggac.signature;

/** A sentence that people said is no hit of a signature, wherever it stands; {@code source} is its file and line. */
public record Miss(String signature, String words, String source) {}
