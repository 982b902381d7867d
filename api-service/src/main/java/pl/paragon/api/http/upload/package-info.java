/** How requests that bring a receipt are read and answered, whatever version of the API they are of. */
package pl.paragon.api.http.upload;
