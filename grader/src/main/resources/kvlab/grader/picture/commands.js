// All that a reader can do, each with its key. Buttons and keys share them, and the help lists them.
import {atSamePlace, nearest, ofSameMessage, ofSameRequest} from './step.js';

/** Name, keys (the first one is shown), what it does, action on the reader's state. */
export const COMMANDS = [
  command('nextHere', ['ArrowRight'], 'next event of this server or client', (reader) => step(reader, 1, atSamePlace)),
  command('backHere', ['ArrowLeft'], 'previous event of this server or client', (reader) => step(reader, -1, atSamePlace)),
  command('next', ['Shift+ArrowRight', '.'], 'next event anywhere', (reader) => step(reader, 1, anywhere)),
  command('back', ['Shift+ArrowLeft', ','], 'previous event anywhere', (reader) => step(reader, -1, anywhere)),
  command('nextMessage', ['m'], 'next event of this message', (reader) => step(reader, 1, ofSameMessage)),
  command('backMessage', ['M'], 'previous event of this message', (reader) => step(reader, -1, ofSameMessage)),
  command('nextRequest', ['r'], 'next event of this request', (reader) => step(reader, 1, ofSameRequest)),
  command('backRequest', ['R'], 'previous event of this request', (reader) => step(reader, -1, ofSameRequest)),
  command('cause', ['c', 'Backspace'], 'what led to this event: follow the cause back', (reader) => reader.followCause()),
  command('return', ['C'], 'return to where you were', (reader) => reader.goBack()),
  command('up', ['ArrowUp'], 'the same time, one lane up', (reader) => reader.changeLane(-1)),
  command('down', ['ArrowDown'], 'the same time, one lane down', (reader) => reader.changeLane(1)),
  command('nextLine', [']', 'j'], 'next line of the story', (reader) => reader.storyLine(1)),
  command('backLine', ['[', 'k'], 'previous line of the story', (reader) => reader.storyLine(-1)),
  command('failure', ['f'], 'show the failure', (reader) => reader.showFailure()),
  command('all', ['0', 'a'], 'show the whole run', (reader) => reader.showAll()),
  command('in', ['+', '='], 'zoom in', (reader) => reader.zoom(1.6)),
  command('out', ['-'], 'zoom out', (reader) => reader.zoom(1 / 1.6)),
  command('left', ['PageUp', 'h'], 'move to earlier times', (reader) => reader.picture.view.move(-0.4)),
  command('right', ['PageDown', 'l'], 'move to later times', (reader) => reader.picture.view.move(0.4)),
  command('key', ['x'], 'only calls of the key of this failure, or all', (reader) => reader.toggleKey()),
  command('clients', ['v'], 'lanes of all clients, or of those that matter', (reader) => reader.toggleClients()),
  command('details', ['d'], 'details and heartbeats, or not', (reader) => reader.toggleDetails()),
  command('search', ['/'], 'search', (reader) => reader.search.focus()),
  command('nextFound', ['n'], 'next event that was found', (reader) => reader.search.step(1)),
  command('backFound', ['N'], 'previous event that was found', (reader) => reader.search.step(-1)),
  command('help', ['?'], 'these keys', (reader) => reader.help.toggle()),
];

export const BY_NAME = new Map(COMMANDS.map((each) => [each.name, each]));

function command(name, keys, title, run) {
  return {name, keys, title, run};
}

function anywhere() {
  return () => true;
}

function step(reader, direction, relation) {
  const {record, picture, filter} = reader;
  const found = nearest(filter, picture.selected, direction, relation(record, picture.selected));
  if (found >= 0) {
    reader.select(found);
  } else {
    reader.say('There is no further one among the events that are shown.');
  }
}
