// The record of a schedule, as the page has it. Times are seconds; an event is its id, which is its index in each column.

// What a message holds, in the column `type`: 1 request, 2 reply, 3 entries, 4 heartbeat, 5 their reply, 6 vote, 7 other.

/** Unpacks the page's data. */
export async function readData(packed) {
  const text = atob(packed.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    bytes[i] = text.charCodeAt(i);
  }
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Record(JSON.parse(await new Response(json).text()));
}

/** All events in columns, and the events of each place in order. */
class Record {
  constructor({told, section, kinds, data}) {
    const {events} = data;
    this.count = events.at.length;
    Object.assign(this, {told, kinds}, data, events);
    this.time = new Float64Array(this.count);
    this.cause = new Int32Array(this.count);
    this.ofPlace = events.places.map(() => []);
    let nanos = 0;
    for (let id = 0; id < this.count; id++) {
      nanos += events.at[id];
      this.time[id] = nanos / 1e9;
      this.cause[id] = events.causeBack[id] === 0 ? -1 : id - events.causeBack[id];
      this.ofPlace[events.place[id]].push(id);
    }
    this.begin = this.count === 0 ? 0 : this.time[0];
    this.end = this.count === 0 ? 1 : this.time[this.count - 1];
    this.calls = data.calls.map(([begin, end, text, key, outcome, order, misfit]) =>
      ({begin, end, text, key, outcome, order, misfit: misfit === 1, place: events.place[begin]}));
    this.story = data.story.lines.map(([event, wrong]) => ({event, wrong: wrong === 1}));
    this.findings = {cause: data.story.cause, rule: data.story.rule, section};
    this.servers = placesOf(events.places, 'server');
    this.clients = placesOf(events.places, 'client');
  }

  word(id) {
    return this.kinds[this.kind[id]][0];
  }

  group(id) {
    return this.kinds[this.kind[id]][1];
  }

  isServer(place) {
    return this.places[place].startsWith('server');
  }

  /** The place at whose lane an event is shown: what happens to a message, at its receiver's; -1 for none. */
  lanePlace(id) {
    const place = this.place[id];
    return this.places[place] === 'network' ? this.to[id] : this.places[place] === 'scenario' ? -1 : place;
  }

  /** The event at which the picture opens: where it went wrong, or the last one known to matter. */
  failure() {
    const misfit = this.calls.find((call) => call.misfit && call.end >= 0);
    const wrong = this.story.find((line) => line.wrong) ?? this.story[this.story.length - 1];
    return wrong ? wrong.event : misfit ? misfit.end : this.count - 1;
  }

  /** The key that the failure is about, or null. */
  failedKey() {
    const misfit = this.calls.find((call) => call.misfit);
    const told = this.story.map((line) => this.request[line.event]).filter((request) => request >= 0).pop();
    const call = misfit ?? this.calls.find((each) => told !== undefined && this.request[each.begin] === told);
    return call ? call.key : null;
  }
}

function placesOf(places, kind) {
  return places
    .map((name, place) => ({place, number: parseInt(name.slice(kind.length + 1), 10), is: name.startsWith(kind + ' ')}))
    .filter((each) => each.is)
    .sort((one, other) => one.number - other.number)
    .map((each) => each.place);
}

/** A time as the traces write it. */
export function seconds(time) {
  return time.toFixed(6) + ' s';
}
