/**
 * What must hold once nothing moves: {@link pl.paragon.chaos.audit.Evidence} is everything that can be found out, each
 * {@link pl.paragon.chaos.audit.Rule} looks at it, and what is wrong is a {@link pl.paragon.chaos.audit.Violation}.
 */
package pl.paragon.chaos.audit;
