package vn.vonggac.page;

/** A meta element: its name or property, and its content. */
public record Meta(Place place, String name, String content) {}
