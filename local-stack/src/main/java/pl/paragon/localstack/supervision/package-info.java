/**
 * The supervisor: a process in the background that starts the parts of the stack, watches over each as Kubernetes would (it is started again, after a growing pause, when
 * its process ends or its liveness stays down), and stops them in good order when it is told to end. All parts die with it, whatever becomes of it.
 */
package pl.paragon.localstack.supervision;
