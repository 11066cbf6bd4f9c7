// What was drawn, and where, so that the pointer finds it.

export class Targets {
  constructor() {
    this.clear();
  }

  clear() {
    this.points = [];
    this.boxes = [];
    this.lines = [];
  }

  point(x, y, event) {
    this.points.push({x, y, event});
  }

  box(x0, y0, x1, y1, event) {
    this.boxes.push({x0, y0, x1, y1, event});
  }

  line(x0, y0, x1, y1, event) {
    this.lines.push({x0, y0, x1, y1, event});
  }

  /** The event of the nearest mark at a point, else of the box around it, else of the nearest line; -1 if all are far. */
  at(x, y) {
    const mark = closest(this.points, (each) => Math.hypot(each.x - x, each.y - y), 8);
    if (mark) {
      return mark.event;
    }
    const box = this.boxes.find((each) => x >= each.x0 && x <= each.x1 && y >= each.y0 && y <= each.y1);
    if (box) {
      return box.event;
    }
    const line = closest(this.lines, (each) => distance(each, x, y), 6);
    return line ? line.event : -1;
  }
}

function closest(all, measure, most) {
  let found = null;
  let least = most;
  for (const each of all) {
    const far = measure(each);
    if (far < least) {
      least = far;
      found = each;
    }
  }
  return found;
}

function distance({x0, y0, x1, y1}, x, y) {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const part = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x0 + part * dx - x, y0 + part * dy - y);
}
