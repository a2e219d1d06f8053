package vn.vonggac.web;

import vn.vonggac.portal.Fields;

/** A file that somebody handed in: its name as their machine calls it, and its bytes. */
record Upload(String name, byte[] bytes) {

    Upload {
        name = Fields.fileName(name);
    }
}
