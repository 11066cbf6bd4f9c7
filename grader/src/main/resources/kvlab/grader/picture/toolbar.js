// The buttons above the picture. They show what is chosen, and follow the keys.
import {BY_NAME} from './commands.js';
import {button, byId} from './dom.js';
import {KINDS} from './filter.js';
import {FEW_CLIENTS} from './layout.js';

const VIEWS = [['failure', 'Failure'], ['key', 'This key'], ['clients', 'All clients'], ['all', 'Whole run']];

export class Toolbar {
  constructor(reader) {
    this.reader = reader;
    this.views = new Map(VIEWS.map(([name, text]) => [name, commandButton(reader, name, text)]));
    byId('views').append(...this.views.values());
    this.kinds = KINDS.map((kind, i) => button(kind.name, `show or hide ${kind.name} (key ${i + 1})`, () => reader.toggleKind(i)));
    this.details = commandButton(reader, 'details', 'details');
    byId('kinds').append(...this.kinds, this.details);
    byId('zoom').append(commandButton(reader, 'out', '\u2212'), commandButton(reader, 'in', '+'), commandButton(reader, 'help', '?'));
    this.show();
  }

  show() {
    const {filter, picture} = this.reader;
    this.kinds.forEach((each, i) => press(each, !filter.hidden.has(i)));
    press(this.details, filter.details);
    press(this.views.get('key'), filter.key !== null);
    press(this.views.get('clients'), picture.layout.allClients);
    this.views.get('key').hidden = picture.record.failedKey() === null;
    this.views.get('clients').hidden = picture.record.clients.length <= FEW_CLIENTS;
  }
}

function press(pressed, is) {
  pressed.setAttribute('aria-pressed', is);
}

function commandButton(reader, name, text) {
  const {title, keys, run} = BY_NAME.get(name);
  return button(text, `${title} (key ${keys[0]})`, () => run(reader));
}
