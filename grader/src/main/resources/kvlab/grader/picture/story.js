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
  fill('cause', told.cause);
  fill('rule', told.rule);
  byId('section').append(inHandout(told));
  fill('detail', told.detail.join('\n'));
  byId('replay').textContent = told.replay;
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
function inHandout({section, link}) {
  if (link === '') {
    return section;
  }
  const anchor = element('a', '', section);
  anchor.href = link;
  return anchor;
}

function fill(id, text) {
  byId(id).textContent = text;
  byId(id + '-part').hidden = text === '';
}
