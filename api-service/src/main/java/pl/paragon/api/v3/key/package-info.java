/** API keys over HTTP, for administrators. */
package pl.paragon.api.v3.key;
