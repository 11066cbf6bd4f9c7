// The search: counts what is found, and goes from one to the next.
import {byId} from './dom.js';
import {matching, nearest} from './step.js';

export class Search {
  constructor(reader) {
    this.reader = reader;
    this.field = byId('search');
    this.field.addEventListener('input', () => this.count());
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        this.step(event.shiftKey ? -1 : 1);
      }
    });
  }

  focus() {
    this.field.focus();
    this.field.select();
  }

  count() {
    const {record, filter} = this.reader;
    const has = matching(record, this.field.value);
    let found = 0;
    for (let id = 0; id < record.count; id++) {
      found += filter.shown[id] === 1 && has(id) ? 1 : 0;
    }
    byId('found').textContent = this.field.value.trim() === '' ? '' : `${found} found`;
  }

  /** Selects the next match (1) or the previous one (-1), around the end if need be. */
  step(direction) {
    const {record, filter, picture} = this.reader;
    if (this.field.value.trim() === '') {
      return;
    }
    const has = matching(record, this.field.value);
    const next = nearest(filter, picture.selected, direction, has);
    const found = next >= 0 ? next : nearest(filter, direction > 0 ? -1 : record.count, direction, has);
    if (found >= 0) {
      this.reader.select(found);
    }
  }
}
