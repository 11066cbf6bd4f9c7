// The lanes: roles and terms of servers as bars, calls of clients as spans, names on the left.
import {GUTTER} from './layout.js';
import {DOWN, STATES, roleAt} from './roles.js';
import {BOLD, FONT, SMALL} from './theme.js';

const LEADER = STATES[2];
const CANDIDATE = STATES[1];
const NARROW = 4;

export function drawLanes(c, picture) {
  const {layout, theme, width} = picture;
  layout.lanes.forEach((lane, i) => {
    c.fillStyle = theme.panel;
    c.globalAlpha = i % 2 === 0 ? 1 : 0.35;
    c.fillRect(0, lane.y, width, lane.height);
    c.globalAlpha = 1;
  });
}

export function drawRoles(c, picture) {
  const {view, layout, roles} = picture;
  const [t0, t1] = view.window();
  for (const lane of picture.lanesSeen().filter((each) => each.server)) {
    const segments = roles[lane.place];
    let i = Math.max(0, d3.bisector((each) => each.t0).right(segments, t0) - 1);
    let drawn = -1;
    for (; i < segments.length && segments[i].t0 <= t1; i++) {
      const x0 = Math.max(view.x(segments[i].t0), GUTTER);
      const x1 = Math.min(view.x(segments[i].t1), view.width);
      if (x1 > drawn + 0.5) {
        drawRole(c, picture, segments[i], x0, Math.max(x1, x0 + 1), layout.lineOf(lane.place));
        drawn = x1;
      }
    }
  }
}

function drawRole(c, {theme, targets}, {role, term, event}, x0, x1, y) {
  const half = role === LEADER ? 9 : role === CANDIDATE ? 6 : 3;
  const colour = role === DOWN ? theme.quiet : theme.term(term);
  c.fillStyle = c.strokeStyle = colour;
  c.lineWidth = 1;
  if (role === DOWN) {
    c.setLineDash([4, 4]);
    c.strokeRect(x0 + 0.5, y - 5.5, x1 - x0 - 1, 11);
    c.setLineDash([]);
  } else {
    c.globalAlpha = role === LEADER ? 1 : role === CANDIDATE ? 0.45 : 0.5;
    c.fillRect(x0, y - half, x1 - x0, 2 * half);
    c.globalAlpha = 1;
    if (role === CANDIDATE) {
      c.strokeRect(x0 + 0.5, y - half + 0.5, Math.max(1, x1 - x0 - 1), 2 * half - 1);
    }
  }
  targets.box(x0, y - 9, x1, y + 9, event);
  const label = role === DOWN ? 'down' : role === LEADER ? `L  leads term ${term}` : `${role.letter} ${term}`;
  c.font = role === LEADER ? BOLD : SMALL;
  const fits = c.measureText(label).width + 8 < x1 - x0;
  if (fits || x1 - x0 > 14) {
    c.fillStyle = role === LEADER ? theme['on-term'] : theme.quiet;
    c.fillText(fits ? label : role.letter, x0 + 4, role === LEADER || role === DOWN ? y + 4 : y - 9);
  }
}

export function drawCalls(c, picture) {
  const {record, view, layout, theme, filter, targets} = picture;
  const [t0, t1] = view.window();
  c.font = SMALL;
  for (const call of record.calls) {
    const y = layout.lineOf(call.place);
    const begin = record.time[call.begin];
    const end = call.end >= 0 ? record.time[call.end] : record.end;
    if (y === null || !picture.sees(y - 9, y + 9) || end < t0 || begin > t1 || !filter.admitsCall(call)) {
      continue;
    }
    const x0 = Math.max(view.x(begin), GUTTER - 4);
    const x1 = Math.max(Math.min(view.x(end), view.width + 4), x0 + 2);
    const colour = call.misfit ? theme.wrong : theme.request;
    c.globalAlpha = call.misfit ? 0.25 : 0.15;
    c.fillStyle = colour;
    if (x1 - x0 < NARROW && !call.misfit) {
      c.globalAlpha = 0.6;
      c.fillRect(x0, y - 9, x1 - x0, 18); // many times as fast as a box with a frame
      c.globalAlpha = 1;
    } else {
      box(c, x0, y - 9, x1 - x0, 18);
      c.fill();
      c.globalAlpha = 1;
      c.strokeStyle = colour;
      c.lineWidth = call.misfit ? 2.5 : 1;
      c.setLineDash(call.end < 0 ? [3, 3] : []);
      c.stroke();
      c.setLineDash([]);
    }
    targets.box(x0, y - 9, x1, y + 9, call.end >= 0 && call.misfit ? call.end : call.begin);
    drawCallText(c, theme, call, x0, x1, y);
  }
}

function drawCallText(c, theme, call, x0, x1, y) {
  if (x1 - x0 < 18) {
    return;
  }
  c.save();
  c.beginPath();
  c.rect(x0, y - 10, x1 - x0 - 2, 20);
  c.clip();
  c.fillStyle = call.misfit ? theme.wrong : theme.ink;
  c.font = call.misfit ? BOLD : SMALL;
  const order = call.order > 0 ? `${call.order}. ` : '';
  const outcome = call.end < 0 ? ' \u2026 no answer' : call.outcome === 'done' ? '' : ' = ' + call.outcome;
  c.fillText((call.misfit ? '\u2717 ' : '') + order + call.text + outcome, x0 + 4, y + 4);
  c.restore();
}

function box(c, x, y, width, height) {
  c.beginPath();
  c.roundRect(x, y, width, height, Math.min(5, width / 2));
}

/** The names of the lanes, over what was drawn there, with the role at the selected event. */
export function drawNames(c, picture) {
  const {record, layout, theme, roles, selected, height} = picture;
  c.fillStyle = theme.page;
  c.fillRect(0, 0, GUTTER - 4, height + picture.scroll);
  for (const lane of layout.lanes) {
    const chosen = record.lanePlace(selected) === lane.place;
    c.fillStyle = chosen ? theme.ink : theme.quiet;
    c.font = chosen ? FONT.replace('12px', 'bold 13px') : FONT.replace('12px', '13px');
    c.fillText(record.places[lane.place], 12, lane.y + (lane.server ? 24 : 22));
    if (lane.server) {
      const segment = roleAt(roles[lane.place], selected);
      c.font = SMALL;
      c.fillStyle = theme.quiet;
      const text = segment === null ? '' : segment.role === DOWN ? 'down'
        : `${segment.role.word}, term ${segment.term}`;
      c.fillText(text, 12, lane.y + 40, GUTTER - 20);
    }
  }
  c.strokeStyle = theme.line;
  c.lineWidth = 1;
  c.beginPath();
  c.moveTo(GUTTER - 4.5, 0);
  c.lineTo(GUTTER - 4.5, layout.height);
  c.stroke();
}
