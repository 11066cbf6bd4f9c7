// Messages as arrows: from where one was sent to where a copy of it arrived, or was lost.

export const ARRIVED = 0;
export const LATE = 1;
export const DOUBLED = 2;
export const LOST = 3;
export const UNDER_WAY = 4;

const FATES_OF_COPIES = [ARRIVED, LATE, DOUBLED, LATE];

/** The arrows in the order in which they begin. `end` is the event at the arrow's tip, or -1 while under way. */
export function arrowsOf(record) {
  const sent = new Map();
  const arrows = [];
  for (let id = 0; id < record.count; id++) {
    const message = record.message[id];
    if (message === 0) {
      continue;
    }
    const word = record.word(id);
    if (word === 'sent') {
      sent.set(message, {begin: id, ends: 0});
    } else if (word === 'delivered' || word === 'dropped') {
      const from = sent.get(message);
      if (from) {
        from.ends++;
        const fate = word === 'dropped' ? LOST : FATES_OF_COPIES[record.copy[id]];
        arrows.push(arrow(record, from.begin, id, fate));
      }
    }
  }
  for (const {begin, ends} of sent.values()) {
    if (ends === 0) {
      arrows.push(arrow(record, begin, -1, UNDER_WAY));
    }
  }
  arrows.sort((one, other) => one.begin - other.begin);
  return new Arrows(record, arrows);
}

function arrow(record, begin, end, fate) {
  return {
    begin, end, fate,
    from: record.from[begin], to: record.to[begin], type: record.type[begin],
    t0: record.time[begin], t1: end < 0 ? record.end : record.time[end],
  };
}

class Arrows {
  constructor(record, arrows) {
    this.all = arrows;
    this.begins = Float64Array.from(arrows, (each) => each.t0);
    this.latestEnds = new Float64Array(arrows.length);
    arrows.forEach((each, i) => {
      this.latestEnds[i] = Math.max(each.t1, i === 0 ? 0 : this.latestEnds[i - 1]);
    });
  }

  /** Those that may touch a time between two: from the first to before the second index. */
  between(t0, t1) {
    return [d3.bisectLeft(this.latestEnds, t0), d3.bisectRight(this.begins, t1)];
  }
}
