// Searches, filters and sorts the table of all submissions. Without it the table is whole, and has no controls.
'use strict';
(() => {
    const table = document.querySelector('table.all');
    if (!table) {
        return;
    }
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const label = { passed: 'passed all', failed: 'failed a test', 'timed-out': 'timed out', crashed: 'crashed', refused: 'refused', open: 'not decided' };
    const text = rows.map(row => row.cells[0].textContent.normalize('NFC').toLowerCase());
    const has = (row, verdict) => row.querySelector('.verdict.' + verdict) !== null;
    const is = (row, verdict) => verdict === 'passed' ? !row.querySelector('.verdict:not(.passed)') : has(row, verdict);

    const element = (name, attributes, ...children) => {
        const made = document.createElement(name);
        Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
        made.append(...children);
        return made;
    };
    const choice = (first, values) => element('select', {}, element('option', { value: '' }, first),
        ...values.map(([value, shown]) => element('option', { value }, shown)));
    const named = (name, control) => element('label', {}, name + ' ', control);
    const box = () => element('input', { type: 'checkbox' });

    // --- Search and filters ---

    const search = element('input', { type: 'search', spellcheck: 'false' });
    const sections = [...new Set(rows.map(row => row.dataset.section))].filter(section => section !== '').sort();
    const section = choice('all', sections.map(name => [name, name]));
    const verdicts = Object.keys(label).filter(verdict => rows.some(row => is(row, verdict)));
    const verdict = choice('any', verdicts.map(name => [name, label[name]]));
    const late = box();
    const review = box();
    const count = element('span', { role: 'status' });

    const matches = (row, index) => {
        const words = search.value.normalize('NFC').toLowerCase().split(/\s+/);
        return words.every(word => text[index].includes(word))
            && (section.value === '' || row.dataset.section === section.value)
            && (verdict.value === '' || is(row, verdict.value))
            && (!late.checked || row.dataset.late === 'true')
            && (!review.checked || row.dataset.review === 'true');
    };
    const show = () => {
        rows.forEach((row, index) => { row.hidden = !matches(row, index); });
        count.textContent = rows.filter(row => !row.hidden).length + ' of ' + rows.length;
    };
    const controls = element('div', { class: 'filter', role: 'search' },
        named('Search', search),
        ...(sections.length > 1 ? [named('Section', section)] : []),
        named('Verdict', verdict), named('Late', late), named('For review', review), count);
    controls.addEventListener('input', show);
    table.parentElement.before(controls);
    show();

    // --- Sorting: a click on a heading sorts by it, a second one turns it around ---

    const value = (row, column) => {
        const cell = row.cells[column];
        return cell.dataset.value ?? cell.textContent.trim();
    };
    const sort = column => {
        const heading = table.tHead.rows[0].cells[column];
        const up = heading.getAttribute('aria-sort') !== 'ascending';
        for (const other of table.tHead.rows[0].cells) {
            other.removeAttribute('aria-sort');
        }
        heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        const order = new Intl.Collator('en', { numeric: true });
        const byNumber = rows.every(row => row.cells[column].dataset.value !== undefined);
        const compare = (one, other) => byNumber
            ? Number(value(one, column)) - Number(value(other, column))
            : order.compare(value(one, column), value(other, column));
        body.append(...[...rows].sort((one, other) => (up ? 1 : -1) * compare(one, other)));
    };
    [...table.tHead.rows[0].cells].slice(0, -1).forEach((heading, column) => {
        const button = element('button', { type: 'button', class: 'sort' }, ...heading.childNodes);
        button.addEventListener('click', () => sort(column));
        heading.append(button);
    });
})();
