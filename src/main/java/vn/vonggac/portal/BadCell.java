package vn.vonggac.portal;

/** Why a line of a table cannot be taken; the problem's field is the column. */
public record BadCell(long line, Problem problem) {}
