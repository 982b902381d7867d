/** Text for people: tables, and lines that change in place on a terminal. */
package pl.paragon.operations.terminal;
