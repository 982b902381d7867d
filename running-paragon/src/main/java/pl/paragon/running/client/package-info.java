/** A client of the API's version 3 on nothing but the JDK and Jackson, as anybody could write one. */
package pl.paragon.running.client;
