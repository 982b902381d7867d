/** The compose file, the image and the Kubernetes manifests, held against the code: they run the same artifacts as the local stack, with keys that the services know. */
package pl.paragon.manifests;
