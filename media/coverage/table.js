import { element, filled } from './dom.js';

/** Rows that are drawn at once; more come when the end is near. */
const step = 300;

/** The same figures as a table. Its rows sort by any column. */
export class Table {
  constructor(root, { words, onEnter, onSort }) {
    this.root = root;
    this.words = words;
    this.onEnter = onEnter;
    this.onSort = onSort;
    this.sort = { column: 0, down: false };
    this.rows = [];
    this.shown = step;
    this.columns = [
      { title: words.paragraph, value: (cell, index) => index },
      { title: words.section, value: (cell) => cell.group },
      { title: words.text, value: (cell) => cell.text.toLowerCase() },
      { title: words.cited, value: (cell) => cell.counts.citations, isNumber: true },
      { title: words.quoted, value: (cell) => cell.counts.quotations, isNumber: true },
      { title: words.notes, value: (cell) => cell.counts.notes, isNumber: true },
      { title: words.papers, value: (cell) => cell.papers.length },
    ];
    // The roles are those of the elements: where the page is narrow they are no longer laid out as a table.
    this.body = element('tbody', { role: 'rowgroup' });
    this.heads = this.columns.map((column, index) => this.head(column, index));
    this.caption = element('caption');
    this.more = element('button', { type: 'button', class: 'more' }, words.more);
    this.more.addEventListener('click', () => this.extend());
    new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.extend();
    }).observe(this.more);
    const table = element(
      'table',
      { role: 'table' },
      this.caption,
      element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...this.heads)),
      this.body,
    );
    root.append(table, this.more);
    this.body.addEventListener('click', ({ target }) => {
      const index = target.closest('button')?.dataset.index;
      if (index !== undefined) this.onEnter(Number(index));
    });
  }

  head({ title, isNumber }, index) {
    const button = element('button', { type: 'button' }, title);
    button.addEventListener('click', () => {
      // Numbers are of interest from the greatest, words from the first.
      const down = this.sort.column === index ? !this.sort.down : isNumber === true;
      this.sort = { column: index, down };
      this.draw(this.model);
      this.onSort(this.sort);
    });
    return element('th', { role: 'columnheader', scope: 'col', class: isNumber && 'number' }, button);
  }

  draw(model) {
    this.model = model;
    this.caption.textContent = filled(this.words.caption, model.line);
    this.heads.forEach((head, index) => {
      if (index === this.sort.column)
        head.setAttribute('aria-sort', this.sort.down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    const { value } = this.columns[this.sort.column] ?? this.columns[0];
    const sign = this.sort.down ? -1 : 1;
    const order = model.cells.map((cell, index) => ({ index, key: value(cell, index) }));
    order.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.index - b.index));
    this.order = order.map(({ index }) => index);
    this.rows = [];
    this.shown = Math.max(step, Math.min(this.shown, this.order.length));
    this.body.replaceChildren(...this.order.slice(0, this.shown).map((index) => this.row(index)));
    this.more.hidden = this.shown >= this.order.length;
  }

  extend() {
    if (!this.model || this.shown >= this.order.length) return;
    const next = this.order.slice(this.shown, this.shown + step);
    this.shown += next.length;
    this.body.append(...next.map((index) => this.row(index)));
    this.more.hidden = this.shown >= this.order.length;
  }

  row(index) {
    const row = element('tr', { role: 'row' });
    this.rows[index] = row;
    this.fill(index);
    return row;
  }

  /** Shows the figures of a row as they are now; the focus stays, as the button that may have it does. */
  fill(index) {
    const cell = this.model.cells[index];
    const row = this.rows[index];
    if (!row) return;
    const { citations, bySection, quotations, notes } = cell.counts;
    const wide = bySection > 0 ? ` ${filled(this.words.wide, bySection)}` : '';
    const papers = cell.papers.map((paper) => this.model.papers[paper]?.title ?? '').join(', ');
    let first = row.firstElementChild;
    if (!first) {
      const button = element('button', { type: 'button', class: 'link' }, cell.label);
      button.dataset.index = String(index);
      first = element('th', { role: 'rowheader', scope: 'row' }, button);
    }
    // The title of the column is shown beside the figure where there is no room for columns.
    const field = (kind, text, title) => element('td', { role: 'cell', class: kind, 'data-title': title }, text);
    row.replaceChildren(
      first,
      field('section', this.model.groups[cell.group]?.name ?? ''),
      field('text', cell.text),
      field('number', `${citations}${wide}`, this.words.cited),
      field('number', String(quotations), this.words.quoted),
      field('number', String(notes), this.words.notes),
      field('papers', papers, this.words.papers),
    );
  }
}
