package vn.vonggac.audit;

/** Where what is being done at this moment comes from. */
@FunctionalInterface
public interface Source {

    /** The network address, with the token where there is one; empty for what nobody asked for over the network. */
    String now();
}
