// The selected event, the causes that led to it, and the numbers of the story's lines.
import {AXIS, FAULT_ROW} from './layout.js';
import {causesOf} from './step.js';
import {BOLD} from './theme.js';

const MOST_CAUSES = 24;

/** Where an event is on the canvas, or null if its lane is not shown. */
function pointOf(picture, id) {
  const {record, layout, view, marks} = picture;
  if (marks.has(id)) {
    return marks.get(id);
  }
  const x = view.x(record.time[id]);
  const fault = layout.faults.find((each) => each.begin === id || each.end === id);
  if (fault) {
    return {x, y: AXIS + 3 + fault.row * FAULT_ROW + 7};
  }
  const y = layout.lineOf(record.lanePlace(id));
  return y === null ? null : {x, y};
}

/** The way back along the causes, from the selected event. */
export function drawCauses(c, picture) {
  const {record, selected, theme} = picture;
  let from = pointOf(picture, selected);
  c.strokeStyle = theme.cause;
  c.lineWidth = 3;
  c.globalAlpha = 0.5;
  c.beginPath();
  for (const cause of causesOf(record, selected, MOST_CAUSES)) {
    const to = pointOf(picture, cause);
    if (from && to) {
      c.moveTo(from.x, from.y);
      c.lineTo(to.x, to.y);
    }
    from = to ?? from;
    if (to && to.x < picture.view.gutter) {
      break;
    }
  }
  c.stroke();
  c.globalAlpha = 1;
}

export function drawCursor(c, picture) {
  const {record, selected, theme, view, layout} = picture;
  const x = Math.round(view.x(record.time[selected])) + 0.5;
  c.strokeStyle = theme.link;
  c.lineWidth = 1;
  c.setLineDash([2, 3]);
  c.beginPath();
  c.moveTo(x, AXIS - 8);
  c.lineTo(x, layout.height);
  c.stroke();
  c.setLineDash([]);
  const point = pointOf(picture, selected);
  if (point) {
    c.lineWidth = 2.5;
    c.beginPath();
    c.arc(point.x, point.y, 8, 0, 2 * Math.PI);
    c.stroke();
  }
}

/** The numbers of the story's lines, at their events. Those that would cover each other stand side by side. */
export function drawStory(c, picture) {
  const {record, theme, view, targets, width} = picture;
  const taken = new Map();
  c.font = BOLD;
  c.textAlign = 'center';
  record.story.forEach(({event, wrong}, i) => {
    const point = pointOf(picture, event);
    if (!point || point.x < view.gutter - 10 || point.x > width + 10) {
      return;
    }
    const y = (picture.layout.lineOf(record.lanePlace(event)) ?? point.y + 14) - 14;
    const x = Math.max(point.x, (taken.get(y) ?? -Infinity) + 18);
    taken.set(y, x);
    c.beginPath();
    c.arc(x, y, 8, 0, 2 * Math.PI);
    c.fillStyle = wrong ? theme.wrong : theme.ink;
    c.fill();
    c.strokeStyle = theme.page;
    c.lineWidth = 1.5;
    c.stroke();
    c.fillStyle = theme.page;
    c.fillText(String(i + 1), x, y + 4);
    targets.point(x, y, event);
  });
  c.textAlign = 'left';
}
