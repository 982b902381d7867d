/** How requests that bring a receipt are read and answered, whichever version of the API they are made to. */
package pl.paragon.api.http.upload;
