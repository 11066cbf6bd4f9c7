// The picture on its canvas: draws what is in sight, once for each frame in which something has changed.
import {drawAxis, drawFaults, drawFaultTitle} from './draw-axis.js';
import {drawCalls, drawLanes, drawNames, drawRoles} from './draw-lanes.js';
import {drawMarks} from './draw-marks.js';
import {drawMessages} from './draw-messages.js';
import {drawCauses, drawCursor, drawStory} from './draw-selection.js';
import {GUTTER, Layout} from './layout.js';
import {arrowsOf} from './messages.js';
import {rolesOf} from './roles.js';
import {Targets} from './targets.js';
import {Theme} from './theme.js';
import {View} from './view.js';

const WITHOUT_STORY = 80; // events that are seen on opening, if there is no story

export class Picture {
  constructor(record, filter, scroller, canvas, spacer) {
    Object.assign(this, {record, filter, scroller, canvas, spacer});
    this.arrows = arrowsOf(record);
    this.roles = rolesOf(record);
    this.layout = new Layout(record);
    this.story = new Set(record.story.map((line) => line.event));
    this.targets = new Targets();
    this.marks = new Map();
    this.selected = record.failure();
    this.focus = focusOf(record, this.selected);
    this.theme = new Theme(() => this.redraw());
    this.view = new View(canvas, record, GUTTER, () => this.redraw());
    this.frames = 0;
    new ResizeObserver(() => this.resize()).observe(scroller);
    scroller.addEventListener('scroll', () => this.redraw());
    this.resize();
  }

  resize() {
    const {clientWidth: width, clientHeight: height} = this.scroller;
    const ratio = devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    Object.assign(this, {width, height, ratio});
    this.layout.arrange(height, this.focus);
    this.spacer.style.height = Math.max(0, this.layout.height - height) + 'px';
    this.view.resize(width, height);
    this.draw(); // at once, since the canvas is empty now
  }

  redraw() {
    if (!this.pending) {
      this.pending = requestAnimationFrame(() => {
        this.pending = 0;
        this.draw();
      });
    }
  }

  draw() {
    const c = this.canvas.getContext('2d', {alpha: false});
    this.frames++;
    this.scroll = this.scroller.scrollTop;
    this.targets.clear();
    this.marks.clear();
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    c.fillStyle = this.theme.page;
    c.fillRect(0, 0, this.width, this.height);
    c.translate(0, -this.scroll);
    drawLanes(c, this);
    c.translate(0, this.scroll);
    drawAxis(c, this, true);
    c.translate(0, -this.scroll);
    drawFaults(c, this);
    drawMessages(c, this);
    drawRoles(c, this);
    drawCalls(c, this);
    drawMarks(c, this);
    drawCauses(c, this);
    drawCursor(c, this);
    drawStory(c, this);
    drawNames(c, this);
    drawFaultTitle(c, this);
    c.translate(0, this.scroll);
    drawAxis(c, this, false);
  }

  /** Whether something between two heights is in sight. */
  sees(top, bottom) {
    return bottom >= this.scroll && top <= this.scroll + this.height;
  }

  /** The lanes in sight. */
  lanesSeen() {
    return this.layout.lanes.filter((lane) => this.sees(lane.y, lane.y + lane.height));
  }

  /** The event at a point of the canvas, or -1. */
  eventAt(x, y) {
    return x < GUTTER - 4 ? -1 : this.targets.at(x, y + this.scroll);
  }

  select(event) {
    this.selected = event;
    this.redraw();
  }

  /** Shows the lanes of all clients, or of those alone that the failure is about. */
  showClients(all) {
    this.layout.allClients = all;
    this.resize();
  }

  /** Scrolls until the lane of an event is in sight; a client's that is not shown is added. */
  revealLane(event) {
    const place = this.record.lanePlace(event);
    if (place >= 0 && !this.layout.byPlace.has(place)) {
      this.focus.add(place);
      this.resize();
    }
    const lane = this.layout.byPlace.get(place);
    if (lane && (lane.y < this.scroller.scrollTop || lane.y + lane.height > this.scroller.scrollTop + this.height)) {
      this.scroller.scrollTop = lane.y - this.height / 2;
    }
  }

  /** Shows the time of the story, or around the failure. */
  showFailure(slowly) {
    const {record} = this;
    const told = record.story.map((line) => record.time[line.event]);
    const at = record.time[record.failure()];
    const from = told.length > 0 ? Math.min(...told) : record.time[before(this.filter, record.failure(), WITHOUT_STORY)];
    const to = Math.max(at, ...told);
    const margin = Math.max((to - from) * 0.08, 2e-3);
    this.view.show(from - margin, to + margin, slowly);
  }
}

/** The event so many shown ones before another. */
function before({shown}, event, count) {
  let id = event;
  for (let left = count; id > 0 && left > 0; id--) {
    left -= shown[id];
  }
  return id;
}

/** The clients that the failure is about: those of the story, and those with calls of its key that fit nowhere. */
function focusOf(record, selected) {
  const focus = new Set(record.story.map((line) => record.place[line.event]));
  record.calls.filter((call) => call.misfit || record.request[call.begin] === record.request[selected])
    .forEach((call) => focus.add(call.place));
  const clients = record.clients.filter((place) => focus.has(place));
  return clients.length > 0 ? focus : new Set(record.clients.slice(0, 6));
}
