/**
 * The supervisor: a background process that starts the parts of the stack, watches each as Kubernetes would (a part
 * whose process ends or whose liveness stays down is restarted after a growing pause), and stops them in good order
 * when it is told to end. All parts end with it, however it ends.
 */
package pl.paragon.localstack.supervision;
