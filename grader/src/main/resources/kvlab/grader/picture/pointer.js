// The mouse: a text at what it points to, and a selection where it clicks.
import {seconds} from './data.js';
import {byId} from './dom.js';

export function listenToPointer(reader) {
  const {picture, record} = reader;
  const tip = byId('tip');
  picture.canvas.addEventListener('pointermove', (event) => {
    const found = event.buttons === 0 ? picture.eventAt(event.offsetX, event.offsetY) : -1;
    picture.canvas.style.cursor = found >= 0 ? 'pointer' : 'grab';
    tip.hidden = found < 0;
    if (found >= 0) {
      tip.textContent = `${seconds(record.time[found])}  ${record.places[record.place[found]]} ${record.text[found]}`;
      const right = event.offsetX > picture.width / 2;
      tip.style.left = right ? '' : event.offsetX + 14 + 'px';
      tip.style.right = right ? picture.width - event.offsetX + 14 + 'px' : '';
      tip.style.top = event.offsetY + 18 + 'px';
    }
  });
  picture.canvas.addEventListener('pointerleave', () => { tip.hidden = true; });
  picture.canvas.addEventListener('click', (event) => {
    const found = picture.eventAt(event.offsetX, event.offsetY);
    if (found >= 0) {
      reader.select(found);
    }
  });
  picture.canvas.addEventListener('dblclick', (event) => reader.zoomAt(2.5, picture.view.timeAt(event.offsetX)));
}
