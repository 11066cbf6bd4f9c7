package kvlab.explain;

import java.util.Optional;

/** Finds causes of one kind. It states a cause only if the record shows it: what is merely likely is left unsaid. */
interface Detective {

    Optional<Cause> solve(Case failed);
}
