package vn.vonggac.page;

/** A meta refresh: after how many seconds it goes where. */
public record Refresh(Place place, int seconds, String target) {}
