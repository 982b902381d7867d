/** A finished receipt in the words of version 3: {@code data.result} of a status answer. */
package pl.paragon.api.v3.result;
