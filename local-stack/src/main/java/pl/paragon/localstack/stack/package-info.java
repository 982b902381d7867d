/** What is known of a stack: the folder it lives in, its ports, its parts, and the state that its supervisor writes down for everybody else to read. */
package pl.paragon.localstack.stack;
