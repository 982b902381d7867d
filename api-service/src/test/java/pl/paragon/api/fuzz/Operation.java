package pl.paragon.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param parameters names by place
 * @param body its description; empty if the operation takes none
 */
record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body) {

    /**
     * @param in {@code path}, {@code query} or {@code header}
     * @param example a value that makes sense; empty if the document shows none
     */
    record Parameter(String name, String in, Optional<String> example) {}

    /**
     * @param mediaType without parameters
     * @param example as the document shows it, or made from the schema's first level
     * @param fields of a form, in the schema's order; the binary ones hold files
     */
    record Body(String mediaType, JsonNode example, List<Field> fields) {}

    record Field(String name, boolean file) {}

    @Override
    public String toString() {
        return method + " " + path;
    }
}
