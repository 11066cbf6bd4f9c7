// Which events are shown: by their kind, whether they are details, and the key that they are about.

export const KINDS = [
  {name: 'messages', has: (word, group) => group === 'network'},
  {name: 'Raft', has: (word, group) => group === 'raft'},
  {name: 'code', has: (word, group) => group === 'code' && word !== 'fields'},
  {name: 'fields', has: (word) => word === 'fields'},
  {name: 'clients', has: (word, group) => group === 'client'},
  {name: 'faults', has: (word, group) => group === 'fault'},
  {name: 'notes', has: (word, group) => group === 'note'},
];

/** What the reader has chosen to see. After a change, `apply` says of each event whether it is shown. */
export class Filter {
  constructor(record) {
    this.record = record;
    this.hidden = new Set();
    this.details = false;
    this.key = null;
    this.kindOf = record.kinds.map(([word, group]) => KINDS.findIndex((kind) => kind.has(word, group)));
    this.keyOf = new Map();
    for (const call of record.calls) {
      if (record.request[call.begin] >= 0) {
        this.keyOf.set(record.request[call.begin], call.key);
      }
    }
    this.shown = new Uint8Array(record.count);
    this.apply();
  }

  toggle(kind) {
    if (!this.hidden.delete(kind)) {
      this.hidden.add(kind);
    }
    this.apply();
  }

  apply() {
    const {record, shown} = this;
    for (let id = 0; id < record.count; id++) {
      shown[id] = this.admits(id) ? 1 : 0;
    }
    for (const line of record.story) {
      shown[line.event] = 1;
    }
    this.ofPlace = record.ofPlace.map((events) => events.filter((id) => shown[id] === 1));
  }

  admits(id) {
    const {record} = this;
    if (this.hidden.has(this.kindOf[record.kind[id]]) || (!this.details && record.minor[id] === 1)) {
      return false;
    }
    const request = record.request[id];
    return this.key === null || request < 0 ? this.key === null || record.message[id] === 0
      : this.keyOf.get(request) === this.key;
  }

  admitsCall(call) {
    return !this.hidden.has(4) && (this.key === null || call.key === this.key);
  }
}
