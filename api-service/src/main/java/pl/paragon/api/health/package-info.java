/** Who is alive: the workers by their heartbeats, the broker by a probe. Both are known before anybody asks, so the answer costs nothing. */
package pl.paragon.api.health;
