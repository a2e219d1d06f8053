package vn.vonggac.web;

/** A file that somebody handed in: its name as their machine calls it, and its bytes. */
record Upload(String name, byte[] bytes) {

    private static final int LONGEST_NAME = 200;

    Upload {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{C}", "");
        name = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}
