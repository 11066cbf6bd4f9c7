// What the reader does with the picture: every command ends here.
import {Cards} from './cards.js';
import {Picture} from './canvas.js';
import {makeSteps, showEvent} from './details.js';
import {byId} from './dom.js';
import {Filter} from './filter.js';
import {Help} from './help.js';
import {Search} from './search.js';
import {States} from './state.js';
import {markLine, showStory} from './story.js';
import {Toolbar} from './toolbar.js';

const MOST_STEPS_BACK = 500;

export class Reader {
  constructor(record) {
    this.record = record;
    this.filter = new Filter(record);
    showStory(record, (event) => this.select(event));
    this.picture = new Picture(record, this.filter, byId('scroller'), byId('picture'), byId('spacer'));
    this.cards = new Cards(record, this.picture.roles, new States(record));
    this.search = new Search(this);
    this.help = new Help(this.picture.theme);
    this.past = [];
    makeSteps(this);
    this.toolbar = new Toolbar(this);
    this.showFailure();
  }

  /** Selects an event, and brings it into sight. */
  select(event, isReturn = false) {
    const {picture, record} = this;
    if (!isReturn && event !== picture.selected) {
      this.past.push(picture.selected);
      this.past.splice(0, this.past.length - MOST_STEPS_BACK);
    }
    picture.select(event);
    picture.revealLane(event);
    picture.view.reveal(record.time[event]);
    this.show(event);
  }

  show(event, scrolls = true) {
    const {record} = this;
    showEvent(record, event);
    this.cards.show(event);
    markLine(event, scrolls);
    this.say(`${record.places[record.place[event]]} ${record.text[event]}`);
  }

  followCause() {
    const cause = this.record.cause[this.picture.selected];
    if (cause >= 0) {
      this.select(cause);
    } else {
      this.say('Nothing earlier led to this event.');
    }
  }

  goBack() {
    if (this.past.length > 0) {
      this.select(this.past.pop(), true);
    }
  }

  /** Selects the last event of the next lane up (-1) or down (1) that is not later than the selected one. */
  changeLane(direction) {
    const {picture, record, filter} = this;
    const lanes = picture.layout.lanes;
    const lane = lanes.findIndex((each) => each.place === record.lanePlace(picture.selected));
    const place = lanes[Math.min(lanes.length - 1, Math.max(0, lane + direction))]?.place;
    const events = filter.ofPlace[place] ?? [];
    const next = d3.bisectRight(events, picture.selected);
    if (events.length > 0) {
      this.select(events[Math.max(0, next - 1)]);
    }
  }

  storyLine(direction) {
    const {record, picture} = this;
    const events = record.story.map((line) => line.event);
    const next = direction > 0 ? d3.bisectRight(events, picture.selected) : d3.bisectLeft(events, picture.selected) - 1;
    if (next >= 0 && next < events.length) {
      this.select(events[next]);
    }
  }

  showFailure() {
    const event = this.record.failure();
    this.picture.select(event);
    this.picture.showFailure(this.past.length > 0);
    this.picture.revealLane(event);
    this.show(event, this.past.length > 0);
  }

  showAll() {
    const {view} = this.picture;
    view.show(view.first, view.last, true);
  }

  zoom(factor) {
    const {view, selected} = this.picture;
    const [t0, t1] = view.window();
    const at = this.record.time[selected];
    this.zoomAt(factor, at >= t0 && at <= t1 ? at : (t0 + t1) / 2);
  }

  zoomAt(factor, time) {
    this.picture.view.scale(factor, time);
  }

  toggleKind(kind) {
    this.filter.toggle(kind);
    this.changed();
  }

  toggleDetails() {
    this.filter.details = !this.filter.details;
    this.filter.apply();
    this.changed();
  }

  toggleKey() {
    this.filter.key = this.filter.key === null ? this.record.failedKey() : null;
    this.filter.apply();
    this.changed();
  }

  toggleClients() {
    this.picture.showClients(!this.picture.layout.allClients);
    this.changed();
  }

  changed() {
    this.toolbar.show();
    this.search.count();
    this.picture.redraw();
  }

  /** Says something to those who do not see the picture. */
  say(text) {
    byId('said').textContent = text;
  }
}
