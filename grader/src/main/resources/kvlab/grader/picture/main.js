// Opens the page: reads its data, and shows the failure, or the event that the address names, as in page.html#e123.
import {readData} from './data.js';
import {byId} from './dom.js';
import {listenToKeys} from './keys.js';
import {listenToPointer} from './pointer.js';
import {Reader} from './reader.js';

async function open() {
  const reader = new Reader(await readData(byId('data').textContent));
  listenToKeys(reader);
  listenToPointer(reader);
  const named = () => {
    const event = Number(/^#e(\d+)$/.exec(location.hash)?.[1] ?? -1);
    if (event >= 0 && event < reader.record.count) {
      reader.select(event);
    }
  };
  addEventListener('hashchange', named);
  named();
  byId('opening').remove();
  document.body.dataset.opened = Math.round(performance.now());
  window.kvlab = reader;
}

open().catch((failure) => {
  byId('opening').textContent = `This page cannot be shown here: ${failure.message}. It needs a browser of 2023 or newer.`;
});
