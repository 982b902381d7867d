/** A client of the API's version 3, with nothing but the JDK and Jackson. */
package pl.paragon.running.client;
