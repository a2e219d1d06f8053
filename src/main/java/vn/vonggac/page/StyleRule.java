package vn.vonggac.page;

/** One selector of a style sheet with what it declares, and its place in the order of rules. */
record StyleRule(Selector selector, Look look, int order) {

    StyleRule after(int others) {
        return new StyleRule(selector, look, others + order);
    }
}
