/** Files that mean harm, made by a program: {@link pl.paragon.testsupport.hostile.HostileFiles} holds all of them. */
package pl.paragon.testsupport.hostile;
