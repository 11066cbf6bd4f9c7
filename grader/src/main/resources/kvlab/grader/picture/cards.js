// Each server at the selected event: its role, its log with what is committed, and the fields of the student's object.
import {byId, element} from './dom.js';
import {DOWN, roleAt} from './roles.js';
import {termColour} from './theme.js';

const MOST_ENTRIES = 9;
const MOST_FIELDS = 60;
const MOST_TEXT = 400;
const EMPTY = new Set(['{}', '[]']);

export class Cards {
  constructor(record, roles, states) {
    Object.assign(this, {record, roles, states});
  }

  show(event) {
    const {record} = this;
    const here = record.lanePlace(event);
    const clients = record.clients.filter((place) => place === here && this.states.hasFields(place));
    byId('cards').replaceChildren(...[...clients, ...record.servers].map((place) => this.card(place, event, place === here)));
    byId('cards').querySelector('.here-now')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  card(place, event, here) {
    const {record} = this;
    const state = this.states.at(place, event);
    const segment = record.isServer(place) ? roleAt(this.roles[place], event) : null;
    const down = segment?.role === DOWN;
    const head = element('h3', '', record.places[place]);
    if (segment) {
      const badge = element('span', 'badge ' + segment.role.word.split(' ')[0],
        down ? 'down' : `${segment.role.letter} ${segment.role.word}, term ${segment.term}`);
      if (!down) {
        badge.style.setProperty('--of-term', `var(--${termColour(segment.term)})`);
      }
      head.append(badge);
    }
    const card = element('section', here ? 'card here-now' : 'card', head);
    if (record.isServer(place)) {
      card.append(this.log(state));
    }
    card.append(this.fields(state, event));
    return card;
  }

  log(state) {
    const list = element('div', 'log');
    const indexes = [...state.log.keys()].sort((one, other) => one - other);
    const left = indexes.length - MOST_ENTRIES;
    list.append(element('span', 'caption', `committed ${state.committed}, applied ${state.applied}`));
    if (left > 0) {
      list.append(element('span', 'more', `${left} before`));
    }
    for (const index of indexes.slice(-MOST_ENTRIES)) {
      const {term, command} = state.log.get(index);
      const entry = element('span', index <= state.committed ? 'entry committed' : 'entry', `${index}`, element('sub', '', `${term}`));
      entry.title = `index ${index}, term ${term}${index <= state.committed ? ', committed' : ', not committed'}: ${command}`;
      entry.style.setProperty('--of-term', `var(--${termColour(term)})`);
      list.append(entry);
    }
    return list;
  }

  /** The fields, those first that the place's last change was about. */
  fields(state, event) {
    const list = element('div', 'fields');
    const fresh = state.lastChange >= 0 && this.record.time[state.lastChange] === this.record.time[event];
    const rows = [];
    for (const [field, content] of state.fields) {
      for (const [at, value] of content) {
        const change = state.changed.get(field + '\n' + at);
        if (at !== '' || content.size === 1 || !EMPTY.has(value)) {
          rows.push({name: nameOf(field, at), value, change, changed: change !== undefined});
        }
      }
    }
    rows.sort((one, other) => Number(other.changed) - Number(one.changed));
    for (const {name, value, change, changed} of rows.slice(0, MOST_FIELDS)) {
      const shown = element('span', 'value', cut(value));
      if (changed && fresh && change) {
        shown.append(element('span', 'was', cut(change)));
      }
      list.append(element('p', changed && fresh ? 'changed' : '', element('span', 'name', name + ' '), shown));
    }
    if (rows.length > MOST_FIELDS) {
      list.append(element('p', '', `and ${rows.length - MOST_FIELDS} more`));
    }
    return list;
  }
}

/** As one would write it, such as `lastOfClient[7].sequence`. */
function nameOf(field, at) {
  const [, key, path] = /^("(?:[^"\\]|\\.)*"|[^.]*)(.*)$/s.exec(at);
  return at === '' ? field : `${field}[${key}]${path}`;
}

function cut(text) {
  return text.length <= MOST_TEXT ? text : text.slice(0, MOST_TEXT) + '\u2026';
}
