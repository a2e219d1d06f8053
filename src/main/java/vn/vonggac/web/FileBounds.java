package vn.vonggac.web;

/**
 * How much a form of files takes.
 *
 * @param most files
 * @param largest bytes of one of them
 * @param together bytes of all that is sent at once
 */
public record FileBounds(int most, long largest, long together) {}
