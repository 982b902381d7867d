/** The machine as a stack finds it: which ports are taken and by whom, and how much memory processes use. */
package pl.paragon.localstack.stack;
