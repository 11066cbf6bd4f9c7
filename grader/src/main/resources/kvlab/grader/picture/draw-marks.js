// The marks of events below a lane's line. What happens at one moment is stacked, in order, since time stands still.
import {drawMark} from './shapes.js';

const WIDTH = 8;
const STEP = 9;
const COLOURS = {raft: 'ink', code: 'request', client: 'request', fault: 'fault', note: 'vote'};
const WITHOUT = new Set(['role', 'sent', 'delivered', 'dropped', 'duplicated', 'held-back', 'queued', 'invoked', 'returned', 'named']);

export function drawMarks(c, picture) {
  const {record, view, layout, filter, theme} = picture;
  const [t0, t1] = view.window();
  const marked = record.kinds.map(([word]) => !WITHOUT.has(word));
  c.lineWidth = 1.2;
  for (const lane of layout.lanes) {
    const events = filter.ofPlace[lane.place];
    const time = d3.bisector((id) => record.time[id]);
    const top = layout.lineOf(lane.place) + (lane.server ? 19 : 15);
    const rows = Math.max(1, Math.floor((lane.y + lane.height - top + 4) / STEP));
    let begun = -Infinity;
    let row = 0;
    for (let i = time.left(events, t0); i < events.length && record.time[events[i]] <= t1; i++) {
      const id = events[i];
      if (!marked[record.kind[id]]) {
        continue;
      }
      const x = view.x(record.time[id]);
      row = x - begun < WIDTH ? row + 1 : 0;
      begun = row === 0 ? x : begun;
      if (row >= rows) {
        i = Math.max(i, time.left(events, view.timeAt(begun + WIDTH)) - 1); // no room for more before the next stack
        continue;
      }
      const y = top + row * STEP;
      c.strokeStyle = c.fillStyle = theme[COLOURS[record.group(id)]] ?? theme.ink;
      drawMark(c, record.word(id), x, y);
      picture.targets.point(x, y, id);
      picture.marks.set(id, {x, y});
    }
  }
}
