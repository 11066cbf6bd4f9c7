// The marks of events: each kind has its own shape, so that none is known by its colour alone.

const HALF = 3.5;

const SHAPES = {
  appended: (c, x, y) => square(c, x, y, false),
  committed: (c, x, y) => square(c, x, y, true),
  overwritten: (c, x, y) => { square(c, x, y, false); cross(c, x, y, HALF); },
  saved: (c, x, y) => { square(c, x, y, false); line(c, x - HALF, y, x + HALF, y); },
  vote: (c, x, y) => polygon(c, true, [x, y - HALF], [x + HALF, y + HALF], [x - HALF, y + HALF]),
  started: (c, x, y) => polygon(c, false, [x, y - 4.5], [x + 4.5, y], [x, y + 4.5], [x - 4.5, y]),
  called: (c, x, y) => polygon(c, false, [x - HALF, y - HALF], [x + HALF, y], [x - HALF, y + HALF]),
  answered: (c, x, y) => polygon(c, true, [x + HALF, y - HALF], [x - HALF, y], [x + HALF, y + HALF]),
  applies: (c, x, y) => circle(c, x, y, true),
  applied: (c, x, y) => circle(c, x, y, false),
  suspended: (c, x, y) => { line(c, x - 2, y - HALF, x - 2, y + HALF); line(c, x + 2, y - HALF, x + 2, y + HALF); },
  resumed: (c, x, y) => polygon(c, true, [x - HALF, y - HALF], [x + HALF, y], [x - HALF, y + HALF]),
  fields: (c, x, y) => { line(c, x - HALF, y - 2, x + HALF, y - 2); line(c, x - HALF, y + 2, x + HALF, y + 2); },
  log: flag,
  remark: flag,
  note: flag,
  crashed: (c, x, y) => cross(c, x, y, 5),
  restarted: (c, x, y) => circle(c, x, y, false),
};

/** The kinds that have a mark, with what it means, for the legend. */
export const MEANINGS = {
  called: 'method called', answered: 'method answers', started: 'start(command)', suspended: 'waits', resumed: 'goes on',
  appended: 'entry appended', committed: 'entry committed', overwritten: 'entry removed', applies: 'command applied',
  vote: 'votes', log: 'log line',
};

/** Draws the mark of a kind around a point. What else has none is a small dot. */
export function drawMark(c, word, x, y) {
  (SHAPES[word] ?? dot)(c, x, y);
}

export function cross(c, x, y, half) {
  line(c, x - half, y - half, x + half, y + half);
  line(c, x - half, y + half, x + half, y - half);
}

/** The head of an arrow, at its end. */
export function drawHead(c, {x0, y0, x1, y1}) {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  polygon(c, true, [x1, y1],
    [x1 - 7 * Math.cos(angle - 0.4), y1 - 7 * Math.sin(angle - 0.4)],
    [x1 - 7 * Math.cos(angle + 0.4), y1 - 7 * Math.sin(angle + 0.4)]);
}

function flag(c, x, y) {
  line(c, x - HALF, y - 4, x - HALF, y + 5);
  polygon(c, true, [x - HALF, y - 4], [x + 4, y - 1.5], [x - HALF, y + 1]);
}

function square(c, x, y, filled) {
  polygon(c, filled, [x - HALF, y - HALF], [x + HALF, y - HALF], [x + HALF, y + HALF], [x - HALF, y + HALF]);
}

function circle(c, x, y, filled) {
  c.beginPath();
  c.arc(x, y, HALF + 0.3, 0, 2 * Math.PI);
  filled ? c.fill() : c.stroke();
}

function dot(c, x, y) {
  c.beginPath();
  c.arc(x, y, 2, 0, 2 * Math.PI);
  c.fill();
}

function polygon(c, filled, ...corners) {
  c.beginPath();
  corners.forEach(([x, y], i) => i === 0 ? c.moveTo(x, y) : c.lineTo(x, y));
  c.closePath();
  filled ? c.fill() : c.stroke();
}

function line(c, x0, y0, x1, y1) {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}
