/** Making the topics where nobody else does: in containers, once, before the services start. The local stack makes them itself. */
package pl.paragon.runtime.topics;
