import { element, filled } from './dom.js';

/** How long a number may be being typed, in milliseconds. */
const typingPause = 1500;
/** From so many cells on they are small, and from so many on very small, so that a text can be seen as a whole. */
const compactFrom = 250;
const denseFrom = 1500;

/**
 * The picture: a grid with a row for each section and a cell for each paragraph, of which one takes the focus.
 * Cells have no children, and sections that are out of sight are not laid out, so that 10,000 open at once.
 */
export class Picture {
  constructor(root, { words, onEnter, onShow, onJump }) {
    this.root = root;
    this.words = words;
    this.onEnter = onEnter;
    this.onShow = onShow;
    this.onJump = onJump;
    this.cells = [];
    this.lines = [];
    this.current = 0;
    this.typed = '';
    root.addEventListener('keydown', (event) => this.pressed(event));
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('focusin', ({ target }) => this.entered(target));
    root.addEventListener('pointerover', ({ target }) => {
      const index = this.indexOf(target);
      if (index !== undefined) this.onShow(index);
    });
    root.addEventListener('pointerleave', () => this.onShow(this.current));
  }

  /** Draws another text. */
  draw(model) {
    this.model = model;
    this.cells = [];
    this.lines = [];
    const count = model.cells.length;
    this.root.className = count >= denseFrom ? 'dense' : count >= compactFrom ? 'compact' : 'roomy';
    this.root.replaceChildren(...model.groups.map((group, index) => this.group(group, index)));
    this.current = Math.min(this.current, Math.max(0, count - 1));
    for (let index = 0; index < count; index++) this.update(index);
    model.groups.forEach((_, index) => this.updateGroup(index));
    this.cells[this.current]?.setAttribute('tabindex', '0');
  }

  group(group, index) {
    const line = element('span', { class: 'said' });
    this.lines[index] = line;
    const heading = element(
      'div',
      { class: 'heading', role: 'rowheader' },
      element('span', { class: 'name' }, group.name),
      ' ',
      line,
    );
    const cells = element('div', { class: 'cells', role: 'none' });
    for (let place = 0; place < group.cells.length; place++) {
      const at = group.first + place;
      const cell = element('div', { role: 'gridcell', tabindex: '-1' });
      cell.dataset.index = String(at);
      this.cells[at] = cell;
      cells.append(cell);
    }
    const row = element(
      'div',
      { role: 'row', class: `group depth${Math.min(group.depth, 4)}` },
      heading,
      cells,
    );
    // About how high it will be, before anybody has seen it.
    row.style.setProperty('--cells', String(group.cells.length));
    return row;
  }

  /** Shows the figures of a cell as they are now. */
  update(index) {
    const cell = this.cells[index];
    const known = this.model.cells[index];
    if (!cell || !known) return;
    const { citations, bySection, quotations, notes } = known.counts;
    const own = citations - bySection;
    const level = own === 0 ? 0 : own === 1 ? 1 : own === 2 ? 2 : own <= 4 ? 3 : 4;
    const marks = [
      'cell',
      `level${level}`,
      own === 0 && bySection > 0 ? 'wide' : '',
      quotations > 0 ? 'quoted' : '',
      notes > 0 ? 'noted' : '',
    ];
    cell.className = marks.filter(Boolean).join(' ');
    cell.setAttribute('aria-label', filled(this.words.cell, known.label, known.words, known.text));
    if (this.root.className === 'roomy' && cell.textContent === '') cell.textContent = String(known.number);
  }

  updateGroup(index) {
    const line = this.lines[index];
    if (line) line.textContent = this.model.groups[index]?.words ?? '';
  }

  /** Makes a cell the one that takes the focus; gives it the focus, too, where the picture has it or it is asked for. */
  select(index, focus = false) {
    const cell = this.cells[index];
    if (!cell) return;
    this.cells[this.current]?.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    this.current = index;
    if (focus) cell.focus();
    this.onShow(index);
  }

  indexOf(target) {
    const index = target?.dataset?.index;
    return index === undefined ? undefined : Number(index);
  }

  entered(target) {
    const index = this.indexOf(target);
    if (index !== undefined && index !== this.current) this.select(index);
    if (index !== undefined) this.onShow(index);
  }

  clicked({ target }) {
    const index = this.indexOf(target);
    if (index === undefined) return;
    this.select(index, true);
    this.onEnter(index);
  }

  pressed(event) {
    if (event.altKey || event.metaKey || this.indexOf(event.target) === undefined) return;
    if (/^[0-9]$/.test(event.key) && !event.ctrlKey) this.type(event.key);
    else if (event.key === 'Enter' || event.key === ' ') this.onEnter(this.current);
    else {
      const next = this.after(event.key, event.ctrlKey);
      if (next === undefined) return;
      this.forget();
      this.select(next, true);
    }
    event.preventDefault();
  }

  after(key, control) {
    const { groups } = this.model;
    const last = this.cells.length - 1;
    const at = groups.findIndex(({ first, cells }) => this.current < first + cells.length);
    const group = groups[at];
    switch (key) {
      case 'ArrowLeft':
        return Math.max(0, this.current - 1);
      case 'ArrowRight':
        return Math.min(last, this.current + 1);
      case 'ArrowUp':
        return this.beside(-1);
      case 'ArrowDown':
        return this.beside(1);
      case 'Home':
        return control ? 0 : group.first;
      case 'End':
        return control ? last : group.first + group.cells.length - 1;
      case 'PageUp':
        return this.current > group.first ? group.first : (this.groupBeside(at, -1)?.first ?? 0);
      case 'PageDown':
        return this.groupBeside(at, 1)?.first ?? last;
      default:
        return undefined;
    }
  }

  groupBeside(at, step) {
    const { groups } = this.model;
    let next = at + step;
    while (groups[next] && groups[next].cells.length === 0) next += step;
    return groups[next];
  }

  /** The cell above or below: in the next line that has cells, the one that is nearest. */
  beside(step) {
    const from = this.cells[this.current].getBoundingClientRect();
    let best = this.current;
    let distance = Infinity;
    let line;
    for (let index = this.current + step; this.cells[index]; index += step) {
      const box = this.cells[index].getBoundingClientRect();
      if (Math.abs(box.top - from.top) < 1) continue;
      line ??= box.top;
      if (Math.abs(box.top - line) >= 1) break;
      const away = Math.abs(box.left - from.left);
      if (away >= distance) continue;
      distance = away;
      best = index;
    }
    return best;
  }

  /** A digit: the paragraph whose number has been typed so far takes the focus. */
  type(digit) {
    clearTimeout(this.typing);
    const longer = this.typed + digit;
    const number = this.place(longer) === undefined ? digit : longer;
    this.typed = this.place(number) === undefined ? '' : number;
    const place = this.place(number);
    if (place !== undefined) this.select(place, true);
    this.onJump(number, place !== undefined);
    this.typing = setTimeout(() => (this.typed = ''), typingPause);
  }

  forget() {
    clearTimeout(this.typing);
    this.typed = '';
  }

  place(number) {
    return this.model.passages.get(Number(number));
  }
}
