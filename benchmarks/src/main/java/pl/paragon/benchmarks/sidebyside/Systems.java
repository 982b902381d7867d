package pl.paragon.benchmarks.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is measured side by side: a Paragon, and the reference system if one was named. */
public record Systems(Target paragon, Optional<Target> reference) {

    /** Both, or Paragon alone; each other time the other way round, so that neither always comes after the other. */
    public List<Target> inTurn(int repeat) {
        List<Target> targets = new ArrayList<>(List.of(paragon));
        reference.ifPresent(other -> targets.add(repeat % 2 == 0 ? 1 : 0, other));
        return targets;
    }
}
