/**
 * Checks the compose file, the image, the Kubernetes manifests and the commands against the code: they run the
 * artifacts of the local stack, with keys that the services know.
 */
package pl.paragon.manifests;
