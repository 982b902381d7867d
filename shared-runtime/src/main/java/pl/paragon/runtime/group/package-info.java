/** Consumer groups, and who in them decides what. */
package pl.paragon.runtime.group;
