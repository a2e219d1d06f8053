/**
 * The simulated province: thirty portals of five makes on loopback, and a story of what is done to them. Pages are a
 * pure function of the address, the visitor and the time since the beginning; what happens when is the file
 * {@code demo/story.yml}. None of it is on the class path of a production start.
 */
@NullMarked
package vn.vonggac.demo;

import org.jspecify.annotations.NullMarked;
