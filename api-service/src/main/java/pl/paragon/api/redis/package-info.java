/** Connections to Redis that a slow, loading or absent Redis does not use up. */
package pl.paragon.api.redis;
