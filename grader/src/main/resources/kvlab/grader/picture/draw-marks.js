// The marks of events below a lane's line. What happens at one moment is stacked, in order, since time stands still.
import {drawMark} from './shapes.js';

const WIDTH = 9;
const MOST_AT_ONCE = 100; // at one moment
const STEP = 9;
const COLOURS = {raft: 'ink', code: 'request', client: 'request', fault: 'fault', note: 'vote'};
const WITHOUT = new Set(['role', 'sent', 'delivered', 'dropped', 'duplicated', 'held-back', 'queued', 'invoked', 'returned', 'named']);

export function drawMarks(c, picture) {
  const {record, view, layout, filter, theme} = picture;
  const [t0, t1] = view.window();
  const marked = record.kinds.map(([word]) => !WITHOUT.has(word));
  c.lineWidth = 1.2;
  for (const lane of picture.lanesSeen()) {
    const events = filter.ofPlace[lane.place];
    const time = d3.bisector((id) => record.time[id]);
    const top = layout.lineOf(lane.place) + (lane.server ? 18 : 15);
    const rows = Math.max(1, Math.floor((lane.y + lane.height - top + 4) / STEP));
    let i = time.left(events, t0);
    while (i < events.length && record.time[events[i]] <= t1) {
      const stack = [];
      const x = view.x(record.time[events[i]]);
      let next = i;
      for (; next < events.length && view.x(record.time[events[next]]) - x < WIDTH && stack.length < MOST_AT_ONCE; next++) {
        if (marked[record.kind[events[next]]]) {
          stack.push(events[next]);
        }
      }
      next = Math.max(next, time.left(events, view.timeAt(x + WIDTH)));
      const until = next < events.length ? view.x(record.time[events[next]]) : Infinity;
      drawStack(c, picture, stack, x, top, rows, Math.max(1, Math.floor((until - x) / WIDTH)));
      i = Math.max(next, i + 1);
    }
  }
}

/** The marks below each other, then in further columns as far as there is room; what has none is left out. */
function drawStack(c, picture, stack, x0, top, rows, columns) {
  const {record, theme, targets, marks} = picture;
  stack.slice(0, rows * columns).forEach((id, k) => {
    const x = x0 + Math.floor(k / rows) * WIDTH;
    const y = top + (k % rows) * STEP;
    c.strokeStyle = c.fillStyle = theme[COLOURS[record.group(id)]] ?? theme.ink;
    drawMark(c, record.word(id), x, y);
    targets.point(x, y, id);
    marks.set(id, {x, y});
  });
}
