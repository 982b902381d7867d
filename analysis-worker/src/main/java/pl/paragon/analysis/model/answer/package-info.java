/** What a model may answer: its form, told to the server as a schema and read strictly. */
package pl.paragon.analysis.model.answer;
