package vn.vonggac.web;

import vn.vonggac.portal.Draft;

/** Between a form and a draft of what shall be kept. */
final class Drafts {

    private Drafts() {}

    static <D extends Draft> D read(Form form, Class<D> type) {
        return Draft.of(type, form::typed);
    }

    static Form fill(Draft draft) {
        return Form.of(draft.values());
    }
}
