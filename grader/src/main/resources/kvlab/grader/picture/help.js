// The help: what the shapes mean, and all keys.
import {COMMANDS} from './commands.js';
import {byId, element} from './dom.js';
import {FONT} from './theme.js';
import {MEANINGS, drawMark} from './shapes.js';

const KEYS = {ArrowRight: '\u2192', ArrowLeft: '\u2190', ArrowUp: '\u2191', ArrowDown: '\u2193', Backspace: '\u232b'};

export class Help {
  constructor(theme) {
    this.dialog = byId('help');
    for (const {keys, title} of COMMANDS) {
      byId('keys').append(element('dt', '', ...keys.flatMap((key) => [element('kbd', '', shown(key)), ' '])), element('dd', '', title));
    }
    byId('keys').append(element('dt', '', element('kbd', '', '1'), '\u2026', element('kbd', '', '7')),
      element('dd', '', 'show or hide a kind of events'));
    for (const [word, meaning] of Object.entries(MEANINGS)) {
      byId('shapes').append(element('li', '', icon(word, theme), meaning));
    }
    byId('close-help').addEventListener('click', () => this.close());
  }

  toggle() {
    this.dialog.open ? this.dialog.close() : this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }
}

function icon(word, theme) {
  const canvas = element('canvas', 'icon');
  canvas.width = canvas.height = 32;
  const c = canvas.getContext('2d');
  c.scale(2, 2);
  c.font = FONT;
  c.strokeStyle = c.fillStyle = theme.link;
  c.lineWidth = 1.2;
  drawMark(c, word, 8, 8);
  return canvas;
}

function shown(key) {
  return key === '+' ? key : key.split('+').map((part) => KEYS[part] ?? part).join(' ');
}
