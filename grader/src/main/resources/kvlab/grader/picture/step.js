// From one event to another: the next of the same server, message or request, the cause, the next that matches a text.

/** The nearest shown event after (1) or before (-1) one that has what is asked for, or -1. */
export function nearest(filter, from, direction, has) {
  for (let id = from + direction; id >= 0 && id < filter.record.count; id += direction) {
    if (filter.shown[id] === 1 && has(id)) {
      return id;
    }
  }
  return -1;
}

export function atSamePlace(record, from) {
  return (id) => record.place[id] === record.place[from];
}

export function ofSameMessage(record, from) {
  return (id) => record.message[from] !== 0 && record.message[id] === record.message[from];
}

export function ofSameRequest(record, from) {
  return (id) => record.request[from] >= 0 && record.request[id] === record.request[from];
}

/** The causes of an event, the nearest first, up to a number. */
export function causesOf(record, event, most) {
  const causes = [];
  for (let id = record.cause[event]; id >= 0 && causes.length < most; id = record.cause[id]) {
    causes.push(id);
  }
  return causes;
}

/** Whether an event has all words of a text, small and capital letters alike. */
export function matching(record, text) {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return (id) => {
    const line = (record.places[record.place[id]] + ' ' + record.word(id) + ' ' + record.text[id]).toLowerCase();
    return words.every((word) => line.includes(word));
  };
}
