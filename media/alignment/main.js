import { element, filled, returnFocus } from '../coverage/dom.js';
import { Rows } from './rows.js';

const vscode = acquireVsCodeApi();
const find = (id) => document.getElementById(id);
const words = JSON.parse(find('words').textContent);
const sides = ['base', 'text'];
/** Rows that are drawn at once; more come when the end is near. */
const step = 200;

/** What is remembered while the page is hidden or VS Code is closed. */
let state = { view: 'open', at: 0, side: 'base', ...vscode.getState() };
let review;
const rows = new Rows();
let shown = step;
/** The cells of each row that is drawn, by the place of the row. */
let cells = new Map();

function remember(more) {
  state = { ...state, ...more };
  vscode.setState(state);
}

/** The rows of the view: all, or those to look at with what stands around them. */
function placesInView() {
  const all = rows.all.map((_, at) => at);
  if (state.view === 'whole') return all;
  return all.filter((at) => at === state.at || [at - 1, at, at + 1].some((near) => rows.isOpen(near)));
}

const more = element('button', { type: 'button', class: 'more' }, words.more);
more.addEventListener('click', () => {
  shown += step;
  draw();
});

function draw(isFocused = find('grid').contains(document.activeElement)) {
  const places = placesInView();
  const current = Math.max(0, places.indexOf(state.at));
  shown = Math.max(shown, current + step / 2);
  cells = new Map();
  const made = [headOf(), ...places.slice(0, shown).map(rowOf)];
  find('grid').replaceChildren(...made, ...(shown < places.length ? [more] : []));
  find('grid').setAttribute('aria-rowcount', String(rows.all.length + 1));
  const open = rows.openCount;
  find('left').textContent = open === 0 ? words.none : filled(words.left, open);
  select(state.at, state.side, isFocused);
}

function headOf() {
  const head = (side) =>
    element('div', { role: 'columnheader', lang: review[side].language || false }, review[side].title);
  return element(
    'div',
    { role: 'row', class: 'row heads' },
    head('base'),
    element('div', { role: 'columnheader', class: 'state' }, words.state),
    head('text'),
  );
}

function rowOf(at) {
  const row = rows.all[at];
  const made = sides.map((side) => cellOf(at, side));
  cells.set(at, made);
  const said = row.said ?? (row.state === 'confirmed' ? words.confirmed : words.changed);
  const isBeside = state.view === 'open' && !rows.isOpen(at);
  return element(
    'div',
    {
      role: 'row',
      class: `row ${row.state}${isBeside ? ' beside' : ''}`,
      'aria-rowindex': String(at + 2),
    },
    made[0],
    element('div', { role: 'gridcell', class: 'state' }, said),
    made[1],
  );
}

function cellOf(at, side) {
  const numbers = rows.all[at][side];
  const passages = numbers.map((number) => review[side].passages[number - 1] ?? { label: '', words: '' });
  const content =
    numbers.length === 0
      ? [element('p', { class: 'nothing' }, words.empty)]
      : passages.map(({ label, words: said }) =>
          element('p', {}, element('strong', {}, label), ' ', element('span', { lang: review[side].language || false }, said)),
        );
  const cell = element('div', { role: 'gridcell', class: 'passages', tabindex: '-1' }, ...content);
  cell.dataset.at = String(at);
  cell.dataset.side = side;
  return cell;
}

/** Makes a cell the one that takes the focus. */
function select(at, side, isFocused = false) {
  for (const old of find('grid').querySelectorAll('[tabindex="0"], .current')) {
    if (old.hasAttribute('tabindex')) old.setAttribute('tabindex', '-1');
    old.classList.remove('current');
  }
  const place = Math.min(Math.max(0, at), rows.all.length - 1);
  const cell = cells.get(place)?.[sides.indexOf(side)];
  remember({ at: place, side });
  if (!cell) return;
  cell.setAttribute('tabindex', '0');
  cell.parentElement.classList.add('current');
  if (isFocused) cell.focus();
}

function say(text) {
  find('left').textContent = text;
}

const actions = {
  confirm: () => write(rows.confirm(state.at)),
  nothing: () => write(rows.nothing(state.at)),
  join: () => rows.join(state.at) && draw(true),
  part: () => rows.part(state.at) && draw(true),
  take: () => rows.moveBorder(state.at, state.side, true) && draw(true),
  give: () => rows.moveBorder(state.at, state.side, false) && draw(true),
  next: () => goTo(rows.nextOpen(state.at + 1)),
  undo: () => {
    if (!rows.hasChanges) return vscode.postMessage({ type: 'undo' });
    rows.forgetChanges();
    draw(true);
  },
};

/** Has groups written, and goes on to the next place that is open. */
function write(groups) {
  vscode.postMessage({ type: 'confirm', groups });
  const next = rows.nextOpen(state.at);
  if (next >= 0) remember({ at: next });
  draw(true);
  say(filled(words.saidConfirmed, groups.map(labelOf).join(', '), rows.openCount));
}

function labelOf(group) {
  const labels = (side) => group[side].map((number) => review[side].passages[number - 1]?.label ?? '');
  return sides.map((side) => labels(side).join(', ') || words.empty).join(' ↔ ');
}

function goTo(at) {
  if (at < 0) return;
  remember({ at });
  draw(true);
}

function pressed(event) {
  if (event.target.dataset?.at === undefined) return;
  const done = keyAction(event);
  if (!done) return;
  event.preventDefault();
  done();
}

function keyAction({ key, altKey, ctrlKey, metaKey }) {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return actions.undo;
  if (altKey && key === 'ArrowDown') return actions.take;
  if (altKey && key === 'ArrowUp') return actions.give;
  if (altKey || ctrlKey || metaKey) return moveTo({ key, ctrlKey });
  const byLetter = { enter: 'confirm', n: 'nothing', j: 'join', p: 'part', o: 'next' }[key.toLowerCase()];
  return byLetter ? actions[byLetter] : moveTo({ key, ctrlKey });
}

function moveTo({ key, ctrlKey }) {
  const places = placesInView();
  const here = places.indexOf(state.at);
  const target = {
    ArrowUp: places[Math.max(0, here - 1)],
    ArrowDown: places[Math.min(places.length - 1, here + 1)],
    PageUp: places[Math.max(0, here - 10)],
    PageDown: places[Math.min(places.length - 1, here + 10)],
    Home: ctrlKey ? places[0] : undefined,
    End: ctrlKey ? places.at(-1) : undefined,
  }[key];
  if (key === 'ArrowLeft' || (key === 'Home' && !ctrlKey)) return () => select(state.at, 'base', true);
  if (key === 'ArrowRight' || (key === 'End' && !ctrlKey)) return () => select(state.at, 'text', true);
  if (target === undefined) return undefined;
  return () => (cells.has(target) ? select(target, state.side, true) : goTo(target));
}

find('grid').addEventListener('keydown', pressed);
find('grid').addEventListener('click', ({ target }) => {
  const cell = target.closest('[data-at]');
  if (cell) select(Number(cell.dataset.at), cell.dataset.side, true);
});
find('grid').addEventListener('focusin', ({ target }) => {
  const { at, side } = target.dataset ?? {};
  if (at !== undefined && (Number(at) !== state.at || side !== state.side)) select(Number(at), side);
});
returnFocus((last) => {
  if (last.dataset.at !== undefined) select(state.at, state.side, true);
  else last.focus();
});
find('actions').addEventListener('click', ({ target }) => {
  const name = target.closest('button')?.dataset.do;
  if (name && review) actions[name]();
});

// What takes the focus is scrolled to below the header, which is as high as its buttons need.
new ResizeObserver(([{ target }]) => {
  document.documentElement.style.setProperty('--header', `${target.offsetHeight}px`);
}).observe(document.querySelector('header'));

for (const name of ['open', 'whole'])
  find(`show-${name}`).addEventListener('click', () => {
    remember({ view: name });
    shown = step;
    showView();
  });

function showView() {
  for (const name of ['open', 'whole'])
    find(`show-${name}`).setAttribute('aria-pressed', String(state.view === name));
  if (review) draw();
}

function showReview(message) {
  const isFirst = review === undefined;
  review = message.review;
  rows.show(review.groups);
  if (isFirst && !rows.isOpen(state.at)) remember({ at: Math.max(0, rows.nextOpen(0)) });
  find('title').textContent = `${review.base.title} ↔ ${review.text.title}`;
  for (const id of ['grid', 'actions']) find(id).hidden = false;
  find('empty').hidden = true;
  showView();
  document.body.dataset.state = 'review';
}

function showNothing({ text }) {
  review = undefined;
  for (const id of ['grid', 'actions']) find(id).hidden = true;
  find('left').textContent = '';
  find('empty').textContent = text;
  find('empty').hidden = false;
  document.body.dataset.state = 'nothing';
}

window.addEventListener('message', ({ data: message }) => {
  if (message.remember) remember(message.remember);
  if (message.type === 'review') showReview(message);
  if (message.type === 'nothing') showNothing(message);
  if (message.type === 'undone' && review) {
    rows.forgetConfirmed();
    draw();
  }
});
vscode.postMessage({ type: 'ready' });
