// Which role a server had, in which term, from when until when.

export const STATES = [
  {letter: 'F', word: 'follower'},
  {letter: 'C', word: 'candidate'},
  {letter: 'L', word: 'leader'},
  {letter: 'N', word: 'does not lead'},
];
export const DOWN = {letter: '\u2715', word: 'down'};

/** For each place: segments {t0, t1, first event, role, term}, in order. */
export function rolesOf(record) {
  const roles = record.places.map(() => []);
  const rows = record.roles.map(([event, state, term]) => ({event, role: STATES[state], term}));
  for (let id = 0; id < record.count; id++) {
    if (record.word(id) === 'crashed') {
      rows.push({event: id, role: DOWN, term: 0});
    }
  }
  rows.sort((one, other) => one.event - other.event);
  for (const {event, role, term} of rows) {
    const segments = roles[record.place[event]];
    const last = segments[segments.length - 1];
    const t0 = record.time[event];
    if (last) {
      last.t1 = t0;
    }
    segments.push({t0, t1: record.end, event, role, term});
  }
  return roles;
}

/** The segment that holds after an event, or null. */
export function roleAt(segments, event) {
  const next = d3.bisector((segment) => segment.event).right(segments, event);
  return next === 0 ? null : segments[next - 1];
}
