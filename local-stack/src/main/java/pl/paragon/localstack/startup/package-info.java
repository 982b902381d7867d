/** The commands that concern the stack itself: up, down, status and logs. */
package pl.paragon.localstack.startup;
