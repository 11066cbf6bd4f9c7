// The selected event in words, with what can be done from there.
import {BY_NAME} from './commands.js';
import {seconds} from './data.js';
import {button, byId} from './dom.js';

const STEPS = [
  ['this server', 'backHere', 'nextHere'],
  ['message', 'backMessage', 'nextMessage'],
  ['request', 'backRequest', 'nextRequest'],
];

export function makeSteps(reader) {
  for (const [label, back, next] of STEPS) {
    byId('steps').append(stepButton(reader, back, '\u2039'), label, stepButton(reader, next, '\u203a'));
  }
  byId('steps').append(stepButton(reader, 'cause', '\u21a9 cause'), stepButton(reader, 'return', 'return'));
}

function stepButton(reader, name, text) {
  const {title, keys, run} = BY_NAME.get(name);
  return button(text, `${title} (key ${keys[0]})`, () => run(reader));
}

export function showEvent(record, event) {
  byId('event-when').textContent = seconds(record.time[event]);
  byId('event-where').textContent = record.places[record.place[event]];
  byId('event-kind').textContent = record.word(event);
  byId('event-text').textContent = record.text[event];
  const cause = record.cause[event];
  byId('event-cause').textContent = cause < 0 ? 'the scenario'
    : `${record.places[record.place[cause]]} ${record.text[cause]}`;
}
