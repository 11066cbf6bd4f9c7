// The keyboard: a command for each key, wherever the reader is but in a field for text.
import {COMMANDS} from './commands.js';
import {KINDS} from './filter.js';

const BY_KEY = new Map(COMMANDS.flatMap((command) => command.keys.map((key) => [key, command])));

export function listenToKeys(reader) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault(); // it would empty the search
      reader.help.close();
      document.activeElement?.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) {
      return;
    }
    const key = event.shiftKey && event.key.length > 1 ? 'Shift+' + event.key : event.key;
    const command = BY_KEY.get(key);
    if (command) {
      event.preventDefault();
      command.run(reader);
    } else if (Number(event.key) >= 1 && Number(event.key) <= KINDS.length) {
      event.preventDefault();
      reader.toggleKind(Number(event.key) - 1);
    }
  });
}
