/**
 * A real broker for one service under test: {@link pl.paragon.testsupport.broker.RealBroker} starts it, {@link
 * pl.paragon.testsupport.broker.Broker} talks to it in the place of the rest of the house.
 */
package pl.paragon.testsupport.broker;
