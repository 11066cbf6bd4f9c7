// The story beside the picture: what happened in numbered lines, each of which leads to its event, and what follows from it.
import {seconds} from './data.js';
import {byId, element} from './dom.js';

export function showStory(record, select) {
  const {told} = record;
  document.title = `${told.verdict}: ${told.title}`;
  byId('title').textContent = told.title;
  byId('verdict').textContent = told.verdict;
  byId('finding').textContent = told.finding;
  const lines = record.story.map(({event, wrong}, i) => {
    const number = element('span', 'number', String(i + 1));
    const when = element('span', 'when', seconds(record.time[event]) + '  ' + record.places[record.place[event]]);
    const line = element('button', wrong ? 'line wrong' : 'line', number, when, element('span', 'what', record.text[event]));
    line.type = 'button';
    line.dataset.event = event;
    line.addEventListener('click', () => select(event));
    if (wrong) {
      line.append(element('span', 'here', 'Here it went wrong'));
    }
    return element('li', '', line);
  });
  byId('story').append(...lines);
  byId('no-story').hidden = lines.length > 0;
  fill('cause', record.findings.cause);
  fill('rule', record.findings.rule);
  byId('section').append(inHandout(record.findings));
  fill('detail', told.detail.join('\n'));
  fill('replay', told.replay);
  byId('replay-title').textContent = told.replayTitle;
  byId('smaller').hidden = record.smaller === 0;
  byId('dropped').hidden = record.dropped === 0;
  byId('dropped').textContent = `${record.dropped} later events were not kept.`;
}

/** Marks the story's line of an event, if it has one, and may scroll to it. */
export function markLine(event, scrolls) {
  for (const line of document.querySelectorAll('#story .line')) {
    const chosen = Number(line.dataset.event) === event;
    line.setAttribute('aria-current', chosen);
    if (chosen && scrolls) {
      line.scrollIntoView({block: 'nearest'});
    }
  }
}

/** Where the handout explains the rule: a link if it is at hand. */
function inHandout({section}) {
  if (section.link === '') {
    return section.title;
  }
  const anchor = element('a', '', section.title);
  anchor.href = section.link;
  return anchor;
}

function fill(id, text) {
  byId(id).textContent = text;
  byId(id + '-part').hidden = text === '';
}
