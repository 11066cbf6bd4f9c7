// What a server or client held after an event: its log, and the fields of the student's object.

/** The states of all places. Asking for a later event than before goes on from there; for an earlier one, from the beginning. */
export class States {
  constructor(record) {
    this.record = record;
    this.steps = record.places.map(() => []);
    for (const row of record.log) {
      this.steps[record.place[row[0]]].push(row);
    }
    for (const row of record.fields) {
      this.steps[record.place[row[0]]].push([row[0], 'f', row]);
    }
    for (let id = 0; id < record.count; id++) {
      if (record.word(id) === 'crashed') {
        this.steps[record.place[id]].push([id, 'x']);
      }
    }
    this.steps.forEach((steps) => steps.sort((one, other) => one[0] - other[0]));
    this.current = record.places.map(() => new State());
  }

  hasFields(place) {
    return this.steps[place].some((step) => step[1] === 'f');
  }

  at(place, event) {
    let state = this.current[place];
    if (state.event > event) {
      state = this.current[place] = new State();
    }
    const steps = this.steps[place];
    while (state.next < steps.length && steps[state.next][0] <= event) {
      state.take(steps[state.next++]);
    }
    return state;
  }
}

class State {
  constructor() {
    this.next = 0;
    this.event = -1;
    this.log = new Map();
    this.committed = 0;
    this.applied = 0;
    this.fields = new Map();
    this.lastChange = -1;
    this.changed = new Map();
  }

  take(step) {
    this.event = step[0];
    switch (step[1]) {
      case '+': this.log.set(step[2], {term: step[3], command: step[4]}); break;
      case '-': this.log.delete(step[2]); break;
      case 'c': this.commit(step[2], step[3], step[4]); break;
      case 'a': this.applied = step[2]; break;
      case 'x': this.crash(); break;
      default: this.change(step[2]);
    }
  }

  commit(index, term, command) {
    this.committed = Math.max(this.committed, index);
    if (!this.log.has(index)) {
      this.log.set(index, {term, command}); // an own Raft's log is known by what it delivers
    }
  }

  /** The log is on disk; the rest is gone. */
  crash() {
    this.committed = 0;
    this.applied = 0;
    this.fields.clear();
    this.changed.clear();
  }

  change(row) {
    this.lastChange = row[0];
    this.changed = new Map();
    for (const [field, at, before, after] of row[1]) {
      if (!this.fields.has(field) || at === '') {
        this.fields.set(field, new Map());
      }
      this.put(field, this.fields.get(field), at, before, after);
    }
  }

  put(field, content, at, before, after) {
    const whole = enclosing(content, at);
    const part = whole === null ? null : replaced(content.get(whole), at, before, after);
    if (part !== null) {
      this.changed.set(field + '\n' + whole, `${at.slice(whole.length + 1)} ${before} \u2192 ${after}`);
      content.set(whole, part);
      return;
    }
    for (const inner of [...content.keys()].filter((each) => each.startsWith(at + '.'))) {
      content.delete(inner);
    }
    if (after === '') {
      content.delete(at);
    } else {
      content.set(at, after);
    }
    this.changed.set(field + '\n' + at, before === '' || after === '' ? '' : `was ${before}`);
  }
}

/** The known position within which another one lies, as `1` of `1.sequence`; or null. */
function enclosing(content, at) {
  for (let dot = at.lastIndexOf('.'); dot > 0; dot = at.lastIndexOf('.', dot - 1)) {
    if (content.has(at.slice(0, dot))) {
      return at.slice(0, dot);
    }
  }
  return null;
}

/** The text of an object with one component changed, or null unless it is the only one of this name and value. */
function replaced(text, at, before, after) {
  const name = at.slice(at.lastIndexOf('.') + 1);
  const parts = text.split(name + '=' + before);
  const alone = parts.length === 2 && /[[,] ?$/.test(parts[0]) && /^[\],]/.test(parts[1]);
  return alone && after !== '' ? parts[0] + name + '=' + after + parts[1] : null;
}
