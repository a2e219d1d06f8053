package vn.vonggac.cli;

import java.io.IOException;
import java.util.List;

/** Something an operator has done with what the service keeps: by the service where one runs, else at the prompt. */
interface Errand {

    String name();

    /** The answer is the exit code. */
    int run(List<String> arguments, Teller teller) throws IOException;
}
