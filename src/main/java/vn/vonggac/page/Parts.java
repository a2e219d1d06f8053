package vn.vonggac.page;

import java.util.List;

/** What hangs on a page besides its text. */
public record Parts(List<Link> links, List<Script> scripts, List<Frame> frames, List<Form> forms,
        List<Meta> metas) {

    public static final Parts NONE = new Parts(List.of(), List.of(), List.of(), List.of(), List.of());

    public Parts {
        links = List.copyOf(links);
        scripts = List.copyOf(scripts);
        frames = List.copyOf(frames);
        forms = List.copyOf(forms);
        metas = List.copyOf(metas);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
