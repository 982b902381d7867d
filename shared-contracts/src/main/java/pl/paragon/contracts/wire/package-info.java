/** How large an event may be: records in Kafka stay under 4 kB, whatever the receipt and whoever submits it. */
package pl.paragon.contracts.wire;
