// Colours, as the style sheet has them for light and dark.

const NAMES = ['page', 'panel', 'line', 'ink', 'quiet', 'link', 'wrong', 'good', 'fault', 'request', 'entries', 'vote', 'cause',
  'on-term', 'term-0', 'term-1', 'term-2', 'term-3', 'term-4', 'term-5', 'term-6'];
const TERMS = 6;

export const FONT = '12px system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';
export const SMALL = FONT.replace('12px', '11px');
export const BOLD = 'bold ' + SMALL;

export class Theme {
  constructor(changed) {
    this.read();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.read();
      changed();
    });
  }

  read() {
    const style = getComputedStyle(document.documentElement);
    for (const name of NAMES) {
      this[name] = style.getPropertyValue('--' + name).trim();
    }
  }

  term(term) {
    return this[termColour(term)];
  }
}

/** The name of a term's colour: terms that follow each other have different ones, and the term before any is grey. */
export function termColour(term) {
  return term === 0 ? 'term-0' : 'term-' + (1 + Math.abs(term - 1) % TERMS);
}
