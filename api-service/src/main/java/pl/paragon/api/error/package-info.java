/** Every answer that is not a success, in one shape that clients of each of the predecessor's shapes can read. */
package pl.paragon.api.error;
