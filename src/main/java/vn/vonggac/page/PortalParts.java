package vn.vonggac.page;

import java.util.List;

/** The scripts, frames, forms and meta elements that ever hung on a page of a portal, by what they say. */
record PortalParts(LongSet scripts, LongSet frames, LongSet forms, LongSet metas) {

    static final PortalParts NONE = new PortalParts(LongSet.EMPTY, LongSet.EMPTY, LongSet.EMPTY,
            LongSet.EMPTY);

    /** These when nothing is new. */
    PortalParts with(Parts some) {
        PortalParts more = new PortalParts(add(scripts, some.scripts(), Sort.SCRIPTS),
                add(frames, some.frames(), Sort.FRAMES), add(forms, some.forms(), Sort.FORMS),
                add(metas, some.metas(), Sort.METAS));
        return more.equals(this) ? this : more;
    }

    private static <T> LongSet add(LongSet known, List<T> items, Sort<T> sort) {
        return known.with(items.stream().mapToLong(sort::saysAnywhere));
    }

    PortalParts forget(Parts parts) {
        return new PortalParts(drop(scripts, parts.scripts(), Sort.SCRIPTS),
                drop(frames, parts.frames(), Sort.FRAMES), drop(forms, parts.forms(), Sort.FORMS),
                drop(metas, parts.metas(), Sort.METAS));
    }

    private static <T> LongSet drop(LongSet known, List<T> items, Sort<T> sort) {
        LongSet gone = LongSet.of(items.stream().mapToLong(sort::saysAnywhere));
        return LongSet.of(known.stream().filter(hash -> !gone.contains(hash)));
    }

    /** What of this never was; where there are too many to know them all, nothing. */
    static <T> List<T> never(LongSet known, List<T> items, Sort<T> sort) {
        return known.isFull()
                ? List.of()
                : items.stream().filter(item -> !known.contains(sort.saysAnywhere(item))).toList();
    }
}
