// Messages as arrows. Where they are too many to be told apart, those that begin in the same few pixels count as one.
import {ARRIVED, DOUBLED, LATE, LOST, UNDER_WAY} from './messages.js';
import {cross, drawHead} from './shapes.js';
import {BOLD} from './theme.js';

const MOST = 1500;
const MOST_HEADS = 800;
const HEARTBEAT = 4;
const REPLY = 5;
const STYLES = ['', 'request', 'request', 'entries', 'quiet', 'quiet', 'vote', 'entries'];
const MOST_WORDS = 20;
const MARKS = {[LATE]: 'late', [DOUBLED]: 'copy', [UNDER_WAY]: 'under way'};

export function drawMessages(c, picture) {
  const {theme, targets} = picture;
  const arrows = seen(picture);
  const byStyle = new Map();
  for (const arrow of arrows) {
    const style = STYLES[arrow.type] + '|' + (arrow.fate === ARRIVED || arrow.fate === LOST ? '' : 'dashed');
    byStyle.has(style) ? byStyle.get(style).push(arrow) : byStyle.set(style, [arrow]);
    targets.line(arrow.x0, arrow.y0, arrow.x1, arrow.y1, arrow.end >= 0 ? arrow.end : arrow.begin);
  }
  c.lineWidth = arrows.length <= MOST_HEADS ? 1.2 : 1;
  for (const [style, group] of byStyle) {
    const [colour, dashed] = style.split('|');
    c.strokeStyle = c.fillStyle = theme[colour];
    c.globalAlpha = arrows.length > 600 ? 0.45 : colour === 'quiet' ? 0.45 : 0.75;
    c.setLineDash(dashed ? [6, 3] : []);
    for (const {x0, y0, x1, y1} of group) {
      c.beginPath(); // one path of all lines takes several times as long
      c.moveTo(x0, y0);
      c.lineTo(x1, y1);
      c.stroke();
    }
    c.setLineDash([]);
    if (arrows.length <= MOST_HEADS) {
      group.filter(({fate}) => fate !== LOST && fate !== UNDER_WAY).forEach((each) => drawHead(c, each));
    }
  }
  c.globalAlpha = 1;
  drawChosen(c, picture, arrows);
  drawFates(c, theme, arrows);
}

/** The messages of the selected event's request, or the message alone, more boldly than others. */
function drawChosen(c, {record, selected, theme}, arrows) {
  const request = record.request[selected];
  const message = record.message[selected];
  c.strokeStyle = theme.link;
  c.lineWidth = 2.4;
  c.beginPath();
  for (const {begin, x0, y0, x1, y1} of arrows) {
    if ((request >= 0 && record.request[begin] === request) || (message > 0 && record.message[begin] === message)) {
      c.moveTo(x0, y0);
      c.lineTo(x1, y1);
    }
  }
  c.stroke();
}

/** Crosses at lost messages, words at late and doubled ones. */
function drawFates(c, theme, arrows) {
  c.strokeStyle = c.fillStyle = theme.wrong;
  c.lineWidth = 1.8;
  c.font = BOLD;
  const room = arrows.filter((each) => MARKS[each.fate]).length <= MOST_WORDS ? 30 : 150;
  for (const {x0, y0, x1, y1, fate} of arrows) {
    if (fate === LOST) {
      cross(c, x1, y1, 4);
    } else if (MARKS[fate] && Math.abs(x1 - x0) > room) {
      c.fillText(MARKS[fate], x0 + (x1 - x0) * 0.6 + 6, y0 + (y1 - y0) * 0.6 - 2);
    }
  }
}

/** The arrows in sight, with their ends on the canvas; the quiet ones only if there is room. */
function seen(picture) {
  const {record, arrows, view, layout, filter, story} = picture;
  const [t0, t1] = view.window();
  const [first, next] = arrows.between(t0, t1);
  const has = (arrow) => arrow.t1 >= t0 && filter.shown[arrow.begin] === 1
    && layout.byPlace.has(arrow.from) && layout.byPlace.has(arrow.to) && isBetween(picture, arrow);
  let found = arrows.all.slice(first, next).filter(has);
  if (found.length > MOST) {
    const isTold = (arrow) => story.has(arrow.begin) || story.has(arrow.end);
    const loud = found.filter((arrow) => (arrow.type !== HEARTBEAT && arrow.type !== REPLY) || isTold(arrow));
    const step = Math.max(1, Math.ceil(loud.length / MOST));
    const columns = new Map();
    found = loud.filter((arrow) => {
      const lane = arrow.from * record.places.length + arrow.to;
      const column = Math.floor(view.x(arrow.t0) / step);
      const isNew = columns.get(lane) !== column || isTold(arrow);
      columns.set(lane, column);
      return isNew;
    });
  }
  return found.map((arrow) => placed(arrow, view, layout));
}

/** Whether some of an arrow is at a height that is in sight. */
function isBetween(picture, {from, to}) {
  const [y0, y1] = [picture.layout.lineOf(from), picture.layout.lineOf(to)];
  return picture.sees(Math.min(y0, y1), Math.max(y0, y1));
}

function placed(arrow, view, layout) {
  const from = layout.lineOf(arrow.from);
  const to = layout.lineOf(arrow.to);
  const gap = to > from ? 10 : -10;
  const y0 = from + gap;
  const x0 = view.x(arrow.t0);
  let y1 = to - gap;
  let x1 = view.x(arrow.t1);
  if (arrow.fate === LOST || arrow.fate === UNDER_WAY) {
    const atOnce = arrow.t1 === arrow.t0;
    y1 = y0 + (y1 - y0) * (atOnce ? 0.35 : 0.85);
    x1 += atOnce ? 4 : 0;
  }
  return {begin: arrow.begin, end: arrow.end, fate: arrow.fate, type: arrow.type, x0, y0, x1, y1};
}
