/** What all endpoints share: the JSON codec, the envelope, the landing answer. */
package pl.paragon.api.http;
