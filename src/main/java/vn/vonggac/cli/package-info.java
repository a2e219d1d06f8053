/**
 * The product at a prompt: one picocli command a class, and the launcher that finds the right Java for them.
 * {@code serve} starts the service; every other command runs without it.
 */
@NullMarked
package vn.vonggac.cli;

import org.jspecify.annotations.NullMarked;
